// A therapist looks up what a measure says, chooses among thresholds that differ in print, and defines a measure of their own.
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { lookAround, patience, statusesOf } from './support/bring-in.ts';
import { expect, test } from './support/test.ts';

const toLibrary = (page: Page): Promise<void> =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click();
const measure = (page: Page, id: string) => page.locator(`details[data-measure="${id}"]`);

test('measures stand by what they are for, and are found by name or by that', async ({ page, app }) => {
  await lookAround(page, app);
  await toLibrary(page);
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    ...['Depression', 'Anxiety and worry', 'Trauma', 'Alcohol and drugs', 'Well-being and distress'],
    ...['Physical symptoms', 'Your own', 'Self-test'],
  ]);
  const search = page.getByRole('searchbox', { name: 'Find a measure' });
  await search.fill('phq9');
  await expect(page.getByRole('status').filter({ hasText: '1 measure' })).toBeVisible();
  await expect(measure(page, 'phq-9')).toBeVisible();
  await search.fill('anxiety screening');
  await expect(page.locator('details[data-measure] > summary strong')).toHaveText(['GAD-2', 'PHQ-4']);
  await search.fill('nothing of the kind');
  await expect(page.getByText('No measure is found by these words.')).toBeVisible();
});

test('a worked example is filled in and scored before one’s eyes', async ({ page, app }) => {
  await lookAround(page, app);
  await toLibrary(page);
  const dass = measure(page, 'dass-21');
  await dass.locator('summary').first().click();
  await expect(dass.getByText('Its total has no bands: it is read by its scales.')).toBeVisible();
  await expect(dass.getByText('not modified, not sold, its website named')).toBeVisible();
  await dass.locator('summary', { hasText: 'Raw sums of 12, 5 and 11' }).click();
  await expect(dass.getByRole('listitem').filter({ hasText: 'I found it hard to wind down' })).toContainText(
    'Applied to me to a considerable degree, or a good part of time',
  );
  const results = dass.getByRole('table', { name: 'Results' });
  for (const row of [
    'Depression 24 24 agrees',
    'Depression: band severe severe agrees',
    'Stress 22 22 agrees',
  ])
    await expect(results.getByRole('row', { name: row, exact: true })).toBeVisible();
  await expect(dass.getByText('does not agree')).toHaveCount(0);
  await expect(dass.getByText(/^Printed with its result: Medical Informatics Initiative/)).toBeVisible();
  await expectAccessible(page, 'a worked example');
});

test('the self-test scores every example on this device', async ({ page, app }) => {
  await lookAround(page, app);
  await toLibrary(page);
  await page.getByRole('button', { name: 'Run the self-test' }).click();
  const result = page.getByText(/^\d+ of \d+ agree$/);
  await expect(result).toBeVisible();
  const [agreeing, all] = (await result.innerText()).split(' of ').map((part) => Number.parseInt(part, 10));
  expect(agreeing).toBe(all);
  expect(agreeing).toBeGreaterThan(80);
  await expect(page.getByText(/Definitions of your own: 1\./)).toBeVisible();
  await expect(page.getByText('These do not agree.')).toHaveCount(0);
  await expectAccessible(page, 'the library after its self-test');
});

test.describe('a build that scores wrongly', () => {
  // The service worker would fetch the parts past the altered one.
  test.use({ serviceWorkers: 'block' });

  test('is found out by its self-test, which names what does not agree', async ({ page, app }) => {
    let altered = 0;
    await page.route('**/assets/*.js', async (route) => {
      const response = await route.fetch();
      const code = await response.text();
      // The expected total of the PHQ-9's highest form stands for a fault on either side.
      const body = code.replace(/(outcome:.scored.,total:)27\b/, '$126');
      if (body !== code) altered += 1;
      await route.fulfill({ response, body });
    });
    await lookAround(page, app);
    await toLibrary(page);
    await page.getByRole('button', { name: 'Run the self-test' }).click();
    expect(altered).toBe(1);
    await expect(page.getByText('These do not agree.')).toBeVisible();
    await expect(page.locator('#library-self-test ~ * li')).toHaveText([
      /^PHQ-9: “Nearly every day” throughout/,
    ]);
    await measure(page, 'phq-9').locator('summary').first().click();
    const wrong = measure(page, 'phq-9').locator('summary', { hasText: 'does not agree' });
    await wrong.click();
    await expect(page.getByRole('row', { name: 'Total 26 27 does not agree', exact: true })).toBeVisible();
    await expectAccessible(page, 'a self-test that failed');
  });
});

test('the WHO-5’s change is called meaningful, and cut-offs that depend on the person say so', async ({
  page,
  app,
}) => {
  await lookAround(page, app);
  await toLibrary(page);
  const who5 = measure(page, 'who-5');
  await who5.locator('summary').first().click();
  await expect(who5.getByRole('heading', { name: 'Meaningful change' })).toBeVisible();
  await expect(who5.getByText('It was not held against the measure’s own error')).toBeVisible();
  const auditC = measure(page, 'audit-c');
  await auditC.locator('summary').first().click();
  await expect(auditC.getByText('Which one counts depends on the person')).toBeVisible();
  await expect(auditC.getByText('In use')).toHaveCount(0);
});

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
