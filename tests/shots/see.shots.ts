// What the change did: phases on the chart, comparisons around each change, the outcomes of the practice.
import { expect, test, type Page } from '@playwright/test';
import { changedDay } from '../browser/harness/changed-practice.ts';
import { serveHarness, type Harness } from '../browser/harness/serve-harness.ts';
import { goToClients } from '../browser/support/practice.ts';
import { shoot } from './shoot.ts';

let harness: Harness;
test.beforeAll(async () => {
  harness = await serveHarness('changed');
});
test.afterAll(() => harness.close());

async function openPractice(page: Page): Promise<void> {
  await page.clock.install({ time: new Date(`${changedDay}T10:00:00Z`) });
  await page.goto(harness.url);
  await expect(page.locator('html[data-ready]')).toBeAttached({ timeout: 60_000 });
  await goToClients(page);
}

async function openClient(page: Page, label: string): Promise<void> {
  await openPractice(page);
  await page.getByRole('tab', { name: /^All/ }).click();
  await page.getByRole('searchbox').fill(label);
  await page.getByRole('link', { name: label, exact: true }).click();
  await expect(page.getByRole('heading', { name: label })).toBeVisible();
  await expect(page.locator('canvas')).toBeVisible();
}

for (const [label, name] of [
  ['Anna Birch', 'see-phases'],
  ['Ben Rowan', 'see-two-on-one-day'],
  ['Clara Elm', 'see-thirty-changes'],
  ['Dora Ash', 'see-too-few'],
] as const) {
  test(name, async ({ page }) => {
    await openClient(page, label);
    await expect(
      page.getByRole('heading', { name: 'Changes of course, and what the scores did' }),
    ).toBeVisible();
    await shoot(page, name, { fullPage: true });
  });
}

test('see-details', async ({ page }) => {
  await openClient(page, 'Anna Birch');
  await page.getByLabel('Show the average of one programme').check();
  await page.getByText('Other measures, and every figure').click();
  await page.getByText(/What happened beside the scores/).click();
  await shoot(page, 'see-details', { fullPage: true });
});

test('see-outcomes', async ({ page }) => {
  await openPractice(page);
  await page.getByRole('link', { name: 'Outcomes' }).click();
  await expect(page.getByRole('heading', { name: 'What has helped whom' })).toBeVisible();
  await shoot(page, 'see-outcomes', { fullPage: true });
});
