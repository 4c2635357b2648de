// A therapist looks up what a measure says, chooses among thresholds that differ in print, and defines a measure of their own.
import { lookAround, patience, statusesOf } from './support/bring-in.ts';
import { expect, test } from './support/test.ts';

test('the rule chosen in the library is the one that every result is worked out with', async ({
  page,
  app,
}) => {
  await lookAround(page, app);
  const before = await statusesOf(page, 'GAD-7');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click();
  await page.locator('summary', { hasText: 'GAD-7' }).click();
  const rules = page
    .locator('details[open] section')
    .filter({ has: page.getByRole('heading', { name: 'Reliable change' }) });
  await expect(rules.locator('li')).toHaveText([/NHS.*In use/s, /Delgadillo/, /Bischoff/]);
  await rules.getByRole('button', { name: 'Use 6 points' }).click();
  await expect(rules.locator('li[aria-current=true]')).toContainText('Bischoff', patience);
  const after = await statusesOf(page, 'GAD-7');
  expect(after.size).toBe(before.size);
  const improved = (statuses: ReadonlyMap<string, string>): number =>
    [...statuses.values()].filter((status) => /Improved|Recovered|Deteriorated/.test(status)).length;
  expect(improved(after), 'a stricter rule calls fewer changes reliable').toBeLessThanOrEqual(
    improved(before),
  );
  expect([...after]).not.toEqual([...before]);
});

test('a measure of one’s own is checked field by field, and a change makes a new version', async ({
  page,
  app,
}) => {
  await lookAround(page, app);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click();
  await page.getByRole('button', { name: 'New measure' }).click();
  await page.getByRole('button', { name: 'Save the measure' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.getByLabel('Name', { exact: true }).fill('Sleep diary index');
  await page.getByLabel('Lowest total').fill('30');
  await page.getByLabel('Highest total').fill('0');
  await page.getByRole('radio', { name: /Lower/ }).check();
  await expect(page.getByText('The highest total must be above the lowest.')).toBeVisible();
  await page.getByLabel('Lowest total').fill('0');
  await page.getByLabel('Highest total').fill('30');
  await page.getByLabel('Clinical group: mean').fill('18');
  await expect(page.getByText('Mean and SD go together.')).toBeVisible();
  await page.getByLabel('Clinical group: SD').fill('5');
  await page.getByRole('textbox', { name: /^Reliability/ }).fill('0.8');
  await page.getByRole('button', { name: 'Save the measure' }).click();
  await expect(page.getByLabel('Which kind?')).toBeFocused();
  await page.getByLabel('Which kind?').selectOption('retest');
  await page.getByRole('button', { name: 'Save the measure' }).click();

  await page.locator('summary', { hasText: 'Sleep diary index' }).click();
  // 1.959964 · 5 · √2 · √(1 − 0.8) = 6.198
  await expect(page.getByText('more than 6.2 points').first()).toBeVisible();
  await expect(page.getByRole('table', { name: 'The same change by six methods' })).toBeVisible();

  await page.getByRole('button', { name: 'Change, as a new version' }).click();
  await page.getByRole('button', { name: 'Save as version 2' }).click();
  await expect(page.getByText('Nothing is different')).toBeVisible();
  await page.getByLabel('Clinical group: SD').fill('6');
  await page.getByRole('button', { name: 'Save as version 2' }).click();
  await page.locator('summary', { hasText: 'Sleep diary index' }).click();
  await expect(page.getByText('more than 7.44 points').first()).toBeVisible();
});
