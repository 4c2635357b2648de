// What a client is shown: the preview with its switches, and the page alone.
import { expect, test } from '@playwright/test';
import { serveHarness, type Harness } from '../browser/harness/serve-harness.ts';
import { sharedClientId } from '../browser/harness/share-words.ts';
import { goToClients } from '../browser/support/practice.ts';
import { shoot } from './shoot.ts';

let harness: Harness;
test.beforeAll(async () => {
  harness = await serveHarness('share');
});
test.afterAll(() => harness.close());

test('the preview, the page alone, nothing yet', async ({ page }) => {
  test.setTimeout(240_000);
  await page.clock.install({ time: new Date('2026-03-12T10:00:00Z') });
  await page.goto(harness.url);
  await expect(page.locator('html[data-ready]')).toBeAttached({ timeout: 60_000 });
  await page.evaluate((id) => (location.hash = `#/client/${id}/share`), sharedClientId);
  await expect(page.locator('canvas').first()).toBeVisible({ timeout: 30_000 });
  await shoot(page, 'share-preview');
  await shoot(page, 'share-preview-whole', { fullPage: true });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { level: 1, name: 'Where things stand' })).toBeVisible();
  await expect(page.locator('canvas').first()).toBeVisible();
  await shoot(page, 'share-stage');
  await shoot(page, 'share-stage-whole', { fullPage: true });
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 660, height: 1800 });
  await page.screenshot({ path: 'screenshots/share-print.png' });
  await page.pdf({ path: 'screenshots/share-print.pdf', format: 'A4' });
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press('Escape');
  await goToClients(page);
  await page.getByRole('tab', { name: /^Waiting/ }).click();
  await page.getByRole('rowheader').getByRole('link').first().click();
  await page.getByRole('button', { name: 'Look at it together' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing to look at yet' })).toBeVisible();
  await shoot(page, 'share-nothing', { sizes: ['desktop', 'panel'] });
});
