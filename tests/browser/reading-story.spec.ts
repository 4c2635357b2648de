// What a response says beyond its total: scales with bands of their own, a pattern that is counted, and a cut-off that is
// for some people only, so that one question is asked, once, and may be refused.
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { lookAroundOnKnownDay } from './support/example.ts';
import { addClient } from './support/practice.ts';
import { expect, test } from './support/test.ts';

test.use({ actionTimeout: 15_000 });

/** From a client's page through all questions to the summary. */
async function fillIn(page: Page, measure: string, day: string, keys: string): Promise<void> {
  await page.getByRole('link', { name: 'Add a score' }).first().click();
  await page.getByLabel('Measure').selectOption(measure);
  await page.getByLabel('Day').fill(day);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  for (const [index, key] of Array.from(keys).entries()) {
    await expect(
      page.getByText(`${String(index + 1)} of ${String(keys.length)}`, { exact: true }),
    ).toBeVisible();
    await page.keyboard.press(key);
  }
}

const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save', exact: true }).click();
const openNote = (page: Page) => page.getByRole('paragraph').filter({ hasText: 'so none is used' });
const cellsOf = (page: Page, scale: string) =>
  page.getByRole('row', { name: new RegExp(`^${scale}`) }).getByRole('cell');

test('DASS-21: each scale with its band before saving, beside its baseline afterwards, and in the history', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  await addClient(page, 'Quill-81');
  await fillIn(page, 'dass-21', '2026-02-05', '212121021221221121011');
  await expect(page.getByText('56 of 126')).toBeVisible();
  await expect(cellsOf(page, 'Depression')).toHaveText(['24', 'severe']);
  await expect(cellsOf(page, 'Anxiety')).toHaveText(['10', 'moderate']);
  await expect(cellsOf(page, 'Stress')).toHaveText(['22', 'moderate']);
  await expectAccessible(page, 'a result with scales');
  await save(page);
  await expect(cellsOf(page, 'Depression')).toHaveText(['24', 'severe']);
  await expect(page.getByText('The DASS-21 is read by its scales; its total has no bands.')).toBeVisible();

  await fillIn(page, 'dass-21', '2026-03-05', '1'.repeat(21));
  await save(page);
  await expect(cellsOf(page, 'Depression')).toHaveText(['24 → 14', 'moderate']);
  await expect(cellsOf(page, 'Stress')).toHaveText(['22 → 14', 'normal']);
  const history = page.getByRole('table', { name: 'Responses, newest first' });
  await expect(history).toContainText('Depression 24, severe; Anxiety 10, moderate; Stress 22, moderate');
  await expectAccessible(page, 'a client read by scales');
});

test('a DASS-21 of which only the total is known says that it does not show the scales', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  await addClient(page, 'Quill-82');
  await page.getByRole('link', { name: 'Add a score' }).first().click();
  await page.getByLabel('Measure').selectOption('dass-21');
  await page.getByText('Only a total', { exact: true }).click();
  await page.getByLabel('Total', { exact: true }).fill('56');
  await page.getByRole('button', { name: 'Look at it before saving' }).click();
  await expect(page.getByText('A total alone does not show them.')).toBeVisible();
});

test('PCL-5: the provisional pattern is named with its limits, and follows the answers, not the total', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  await addClient(page, 'Quill-83');
  await fillIn(page, 'pcl-5', '2026-02-05', '20000202200000220000');
  await expect(page.getByText('12 of 80')).toBeVisible();
  await expect(
    page.getByText(/these answers meet the provisional pattern\. It is not a diagnosis\.$/),
  ).toBeVisible();
  await save(page);
  await expect(page.getByText(/these answers meet the provisional pattern/)).toBeVisible();
  await expect(page.getByText(/a diagnosis also asks about the event/)).toBeVisible();
  await page.getByText('By scale', { exact: true }).click();
  await expect(cellsOf(page, 'Cluster D')).toHaveText(['4']);
  await expect(
    page.getByText('Cluster D: negative thoughts and mood: 2 rated high enough, 2 needed'),
  ).toBeVisible();

  await fillIn(page, 'pcl-5', '2026-03-05', '44444004444444444444');
  await save(page);
  await expect(
    page.getByText(/these answers do not meet the provisional pattern\. That rules nothing out/),
  ).toBeVisible();
  await expectAccessible(page, 'a client with a pattern');
});

test.describe('a cut-off that is for some people only', () => {
  const question = /has one cut-off for women and another for men/;

  test('is asked for once; the answer decides, is kept, and can be changed', async ({ page, app }) => {
    await lookAroundOnKnownDay(page, app);
    await addClient(page, 'Quill-84');
    await fillIn(page, 'audit-c', '2026-02-05', '120');
    await expect(page.getByText(question)).toBeVisible();
    await save(page);
    await expect(openNote(page)).toContainText('4 or more (men)');
    await expectAccessible(page, 'a question about the person');
    await page.getByRole('button', { name: 'Women’s', exact: true }).click();
    await expect(page.getByText('The cut-off for women is used.')).toBeVisible();
    await expect(page.getByText(question)).toHaveCount(0);
    await expect(page.locator('.sentence')).toContainText('at the cut-off of 3, which counts as clinical');
    await expect(openNote(page)).toHaveCount(0);

    await fillIn(page, 'audit-c', '2026-03-05', '000');
    await expect(page.getByText(question)).toHaveCount(0);
    await save(page);

    await page.getByRole('button', { name: 'Change which cut-off is for this client' }).click();
    await expect(page.getByRole('button', { name: 'Women’s' })).toBeFocused();
    await page.getByRole('button', { name: 'Men’s', exact: true }).click();
    await expect(page.getByText('The cut-off for men is used.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Change which cut-off is for this client' })).toBeFocused();
  });

  test('may stay unsaid: both are shown, and it is not asked again', async ({ page, app }) => {
    await lookAroundOnKnownDay(page, app);
    await addClient(page, 'Quill-85');
    await fillIn(page, 'audit-c', '2026-02-05', '120');
    await page.getByRole('button', { name: 'Rather not say' }).click();
    await expect(page.getByText('Rather not said, so both cut-offs are shown.')).toBeVisible();
    await save(page);
    await expect(openNote(page)).toContainText(/4 or more \(men\).*; 3 or more \(women\)/);
    await expect(page.getByText(question)).toHaveCount(0);
    await fillIn(page, 'pc-ptsd-5', '2026-02-05', '111100');
    await expect(page.getByText('Rather not said, so both cut-offs are shown.')).toBeVisible();
    await expect(page.getByText(question)).toHaveCount(0);
  });

  test('is never asked where no cut-off needs it', async ({ page, app }) => {
    await lookAroundOnKnownDay(page, app);
    await addClient(page, 'Quill-86');
    await fillIn(page, 'gad-2', '2026-02-05', '12');
    await expect(page.getByText('3 of 6')).toBeVisible();
    await expect(page.getByText(/cut-off for women/)).toHaveCount(0);
    await save(page);
    await expect(page.locator('.sentence')).toBeVisible();
    await expect(page.getByText(/cut-off for women/)).toHaveCount(0);
  });
});
