// With a record in which everything is written down that one can hold: what a client sees of it, and that nothing else can be seen.
import { expect, test, type Page } from '@playwright/test';
import { serveHarness, type Harness } from './harness/serve-harness.ts';
import { lateWords, markedWords, sharedClientId, sharedLabel } from './harness/share-words.ts';
import { expectAccessible } from './support/accessible.ts';
import { everything, expectNothingElse, isPreview, isShown } from './support/share.ts';

test.describe.configure({ mode: 'default' });
test.setTimeout(180_000);
test.use({ actionTimeout: 20_000 });
let harness: Harness;
test.beforeAll(async () => {
  harness = await serveHarness('share');
});
test.afterAll(() => harness.close());

const openPreview = async (page: Page): Promise<void> => {
  await page.clock.install({ time: new Date('2026-03-12T10:00:00Z') });
  await page.goto(harness.url);
  await expect(page.locator('html[data-ready]')).toBeAttached({ timeout: 60_000 });
  await page.evaluate((id) => (location.hash = `#/client/${id}/share`), sharedClientId);
  await isPreview(page);
};
const secrets = [
  markedWords,
  ...sharedLabel.split(' '),
  'inner',
  '3.25',
  'withdrawn',
  'mindful',
  'motivation',
];

test('no marked word is anywhere on the page while it is on, nor what arrives meanwhile; it comes afterwards', async ({
  page,
}) => {
  await openPreview(page);
  // What is held back says why.
  await expect(page.getByText('Held back: “clinical” is a word that clients are not shown.')).toBeVisible();
  await expect(page.getByText('Held back: “failed” is a word that clients are not shown.')).toBeVisible();
  await expect(
    page.getByText(/^Shown as “Measure \d”: its name has the word “clinical” in it\.$/),
  ).toBeVisible();

  await page.evaluate(() => dispatchEvent(new Event('harness-toast')));
  await expect(page.getByText(lateWords)).toBeVisible();
  await page.keyboard.press('s');
  await isShown(page);
  await expect(page.getByRole('heading', { level: 2, name: 'PHQ-9' })).toBeVisible();
  await expect(page.getByText('Go to the shop on my own')).toBeVisible();
  await expect(page.getByText('We go out a little further each week', { exact: true })).toBeVisible();
  await expect(page.locator('canvas').first()).toBeVisible();
  await expectNothingElse(page, [...secrets, lateWords]);

  for (const what of ['toast', 'fault', 'arrives'])
    await page.evaluate((name) => dispatchEvent(new Event(`harness-${name}`)), what);
  await page.clock.fastForward(30_000);
  await expectNothingElse(page, [...secrets, lateWords]);
  await page.getByText('Show the numbers').first().click();
  await page.getByRole('application').first().press('End');
  await expect(page.getByText('2 Mar 2026').first()).toBeVisible();
  const spoken = (await page.locator('figure [aria-live=polite]').first().innerText()).trim();
  expect(spoken).toContain('PHQ-9');

  await page.keyboard.press('Escape');
  await isPreview(page);
  await expect(page.getByRole('status').getByText(lateWords)).toBeVisible();
  await expect(page.getByRole('alert').getByText('Something in Soundings went wrong')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: lateWords })).toBeVisible();
});

test('each part can be switched off', async ({ page }) => {
  await openPreview(page);
  for (const name of ['PHQ-9', 'Go to the shop on my own', 'We go out a little further each week'])
    await page.getByRole('checkbox', { name, exact: true }).uncheck();
  await page.keyboard.press('s');
  await isShown(page);
  const text = await everything(page);
  for (const word of ['PHQ-9', 'Go to the shop', 'a little further']) expect(text).not.toContain(word);
  expect(text).toContain('See friends again');
});

test('on paper stands what is on the stage, without the name, in the preview and on the stage', async ({
  page,
}) => {
  await openPreview(page);
  await page.emulateMedia({ media: 'print' });
  const printed = (await page.evaluate(() => document.body.innerText)).toLowerCase();
  for (const word of [...sharedLabel.toLowerCase().split(' '), 'held back', 'show only', 'what is shown'])
    expect(printed, word).not.toContain(word);
  expect(printed).toContain('12 march 2026');
  expect(printed).toContain('your score has gone down from 19 to 8');
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('s');
  await isShown(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Close', exact: true })).toBeHidden();
  await expectNothingElse(page, secrets);
  expect((await page.pdf()).length).toBeGreaterThan(1_000);
});

test('axe finds nothing; nothing runs out at 360 px, nor at twice the size', async ({ page }) => {
  await openPreview(page);
  await expectAccessible(page, 'the preview');
  await page.keyboard.press('s');
  await isShown(page);
  await expect(page.locator('canvas').first()).toBeVisible();
  await expectAccessible(page, 'the stage');
  const overflow = (): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  for (const width of [360, 640]) {
    await page.setViewportSize({ width, height: 720 });
    await expect.poll(overflow).toBeLessThanOrEqual(0);
  }
  // A page of 1,280 at 200% is one of 640 with twice the type.
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await expect.poll(overflow).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await isPreview(page);
  await expect.poll(overflow).toBeLessThanOrEqual(0);
});
