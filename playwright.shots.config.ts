// `npm run shots`: pictures of every screen into screenshots/, to be looked at by people.
import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

export default defineConfig({
  ...base,
  testDir: 'tests/shots',
  testMatch: '**/*.shots.ts',
  outputDir: 'test-results/shots',
  reporter: [['list']],
});
