// Questionnaires that ask in their own way: a first question that ends one, an item that need not apply, a cut-off that
// depends on whom it is for.
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { lookAroundOnKnownDay } from './support/example.ts';
import { expect, test } from './support/test.ts';

test.use({ actionTimeout: 15_000 });

async function newClient(page: Page, name: string): Promise<void> {
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Code or name', exact: true }).fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name })).toBeVisible();
}

async function begin(page: Page, instrumentId: string): Promise<void> {
  await page.getByRole('link', { name: 'Add a score' }).first().click();
  await page.getByLabel('Measure').selectOption(instrumentId);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
}

const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save', exact: true }).click();
const at = (page: Page, progress: string): Promise<void> =>
  expect(page.getByText(progress, { exact: true })).toBeVisible();

test('a "no" to the first question ends the PC-PTSD-5 with 0, and both cut-offs are named', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  await newClient(page, 'Teal-31');
  await begin(page, 'pc-ptsd-5');
  await at(page, '1 of 6');
  await expect(page.getByText(/Have you ever experienced this kind of event\?$/)).toBeVisible();
  await page.keyboard.press('0');
  await expect(page.getByText('0 of 5')).toBeVisible();
  await expect(page.getByText('not asked', { exact: true })).toHaveCount(5);
  await expectAccessible(page, 'a questionnaire that ended early');

  await page.getByRole('button', { name: 'Change the answer to question 1', exact: true }).click();
  await page.keyboard.press('1');
  for (const [index, key] of ['1', '1', '1', '0', '0'].entries()) {
    await at(page, `${String(index + 2)} of 6`);
    await page.keyboard.press(key);
  }
  await expect(page.getByText('3 of 5')).toBeVisible();
  await save(page);
  const note = page.getByRole('paragraph').filter({ hasText: 'Which cut-off counts depends on the person' });
  await expect(note).toContainText(
    'so none is used: 4 or more (men): below the cut-off of 4; 3 or more (women): at the cut-off of 3, which counts as clinical.',
  );
});

test('an item of the PHQ-15 may not apply; the number keys mean the same at every item', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  await newClient(page, 'Teal-32');
  await begin(page, 'phq-15');
  for (let number = 1; number <= 15; number += 1) {
    await at(page, `${String(number)} of 15`);
    if (number === 4) {
      await expectAccessible(page, 'a question that may not apply');
      await page.getByText('Not applicable', { exact: true }).click();
    } else {
      await expect(page.getByText('Not applicable', { exact: true })).toHaveCount(0);
      await page.keyboard.press('1');
    }
  }
  await expect(page.getByText('14 of 30 medium')).toBeVisible();
  await page.getByRole('button', { name: 'Change the answer to question 4', exact: true }).click();
  await page.keyboard.press('1');
  await expect(page.getByText('15 of 30 high')).toBeVisible();
  await save(page);
  await expect(page.locator('.sentence')).toContainText('One PHQ-15 so far: 15');
});
