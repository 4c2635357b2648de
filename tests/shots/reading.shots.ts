// Scales, patterns and the one question about the person, before saving and on the client's page.
import type { Page } from '@playwright/test';
import { lookAroundOnKnownDay } from '../browser/support/example.ts';
import { addClient } from '../browser/support/practice.ts';
import { expect, test } from '../browser/support/test.ts';
import { shoot } from './shoot.ts';

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

test('scales, a pattern, a question about the person', async ({ page, app }) => {
  test.setTimeout(240_000);
  await lookAroundOnKnownDay(page, app);
  await addClient(page, 'Quill-87');
  await fillIn(page, 'dass-21', '2026-02-05', '212121021221221121011');
  await shoot(page, 'reading-before-saving', { fullPage: true });
  await save(page);
  await fillIn(page, 'dass-21', '2026-03-05', '1'.repeat(21));
  await save(page);
  await expect(page.getByRole('img')).toBeVisible();
  await shoot(page, 'reading-scales', { fullPage: true });

  await fillIn(page, 'pcl-5', '2026-03-06', '20000202200000220000');
  await save(page);
  await page.getByText('By scale', { exact: true }).click();
  await shoot(page, 'reading-pattern', { fullPage: true });

  await fillIn(page, 'audit-c', '2026-03-07', '120');
  await shoot(page, 'reading-person-before-saving', { fullPage: true });
  await save(page);
  await shoot(page, 'reading-person', { fullPage: true });
  await page.getByRole('button', { name: 'Women’s', exact: true }).click();
  await shoot(page, 'reading-person-known', { fullPage: true });
});
