// Makes a sealed vault with the app as it is built, to be opened by all later code. Done once for each format:
// npx playwright test --config playwright.fixture.config.ts
import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

export default defineConfig(base, {
  testDir: 'tests/fixtures/vaults',
  testMatch: 'make-*.ts',
  outputDir: 'test-results/fixtures',
  timeout: 600_000,
  workers: 1,
  use: { ...base.use, actionTimeout: 30_000 },
});
