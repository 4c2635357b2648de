// What is on the screen while a client looks at it, for every test of the share view.
import { expect, type Locator, type Page } from '@playwright/test';

const patience = { timeout: 15_000 };
export const stage = (page: Page): Locator =>
  page.getByRole('heading', { level: 1, name: 'Where things stand' });
export const preview = (page: Page): Locator =>
  page.getByRole('heading', { level: 1, name: 'Look at it together' });
export const rail = (page: Page): Locator => page.getByRole('navigation', { name: 'Main' });

export const isShown = async (page: Page): Promise<void> => {
  await expect(stage(page)).toBeVisible(patience);
  await expect(rail(page)).toHaveCount(0);
};
export const isPreview = async (page: Page): Promise<void> => {
  await expect(preview(page)).toBeVisible(patience);
  await expect(stage(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 2, name: 'Where things stand' })).toBeVisible(patience);
};

/** Everything of the page that a person, a screen reader or a recording could meet. */
export const everything = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [document.documentElement.outerHTML, document.title, location.href, document.body.innerText].join('\n'),
  );

/** Words of other parts of the app, and words that no client reads. */
const others = [
  'Example',
  'River',
  'Orchard',
  'Saved',
  'Undo',
  'Cut-off',
  'baseline',
  'severe',
  'suicid',
  'risk',
];
const notForClients = ['deteriorat', 'recovered', 'clinical', 'abnormal', 'failed'];

/** Nothing but what was chosen: none of these words of the record, none of the app around it, nothing that is announced. */
export async function expectNothingElse(page: Page, words: readonly string[] = []): Promise<void> {
  const whole = (await everything(page)).toLowerCase();
  // The names of the build's files stand in the head.
  const body = (await page.evaluate(() => document.body.outerHTML)).toLowerCase();
  expect(words.filter((word) => whole.includes(word.toLowerCase()))).toEqual([]);
  expect([...others, ...notForClients].filter((word) => body.includes(word.toLowerCase()))).toEqual([]);
  expect(await page.title()).toBe('Soundings');
  const regions = await page.locator('[aria-live], [role=status], [role=alert]').allInnerTexts();
  expect(regions.join('').trim()).toBe('');
}
