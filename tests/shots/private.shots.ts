// Psychotherapy notes: none yet, one being written, some; and the export that asks about them.
import { readFile } from 'node:fs/promises';
import { lookAroundOnKnownDay, openExample } from '../browser/support/example.ts';
import { goToSettings } from '../browser/support/practice.ts';
import { expect, test } from '../browser/support/test.ts';
import { shoot } from './shoot.ts';

const notes = [
  [
    '2026-03-05',
    'I hurry when the train comes up. Mine or theirs?\n\nAsk in supervision: the pull to reassure.',
  ],
  [
    '2026-03-12',
    'The lighthouse dream again, told while looking at the door. I liked them today, and was tired afterwards.',
  ],
] as const;

test('psychotherapy notes and their place in the export', async ({ page, app }) => {
  test.setTimeout(240_000);
  await lookAroundOnKnownDay(page, app);
  await openExample(page, 'Example: Lantern 04');
  await page.getByRole('link', { name: 'Psychotherapy notes' }).click();
  await expect(page.getByText('No psychotherapy notes yet')).toBeVisible();
  await shoot(page, 'private-none');
  for (const [day, words] of notes) {
    await page.getByRole('button', { name: 'New note' }).click();
    await page.getByLabel('Your words').fill(words);
    await page.getByLabel('Day', { exact: true }).fill(day);
    if (day === '2026-03-12') await shoot(page, 'private-writing', { fullPage: true });
    await page.getByRole('button', { name: 'Done' }).click();
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await shoot(page, 'private-notes');
  await page.setViewportSize({ width: 1280, height: 800 });
  await goToSettings(page, 'Backup and export');
  await page.getByRole('radio', { name: /^JSON/ }).check();
  await shoot(page, 'private-export', { fullPage: true, sizes: ['desktop', 'panel'] });

  await page.getByLabel('Who').selectOption({ label: 'Example: Lantern 04' });
  await page.getByRole('radio', { name: /^A page for my records/ }).check();
  await page.getByLabel('Psychotherapy notes too').check();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const file = await (await downloading).path();
  // The app's own page lets nobody write markup into it.
  await page.goto('about:blank');
  await page.setContent(await readFile(file, 'utf8'));
  await shoot(page, 'private-exported-page', { fullPage: true, sizes: ['desktop'] });
});
