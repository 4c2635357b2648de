import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './tests/browser/support/chromium.ts';

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results/browser',
  // More than a machine of two cores has: much of a story is waiting, for the disk, for a clock, for a second tab.
  workers: 3,
  fullyParallel: true,
  // A test that passes only the second time has failed.
  retries: 0,
  // Generous: a key derivation and a cold machine of two cores are slow, and no figure is asserted here.
  timeout: 120_000,
  expect: { timeout: 25_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: chromiumLaunch,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
