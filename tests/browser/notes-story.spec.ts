// A note from its session: it fills itself, is written on, signed, added to, found again.
import { expectAccessible } from './support/accessible.ts';
import { addSession } from './support/plan.ts';
import { addClient, addTotal, goToSettings, makeVaultQuickly } from './support/practice.ts';
import { expect, test } from './support/test.ts';

test('a note fills itself, is signed, and only added to afterwards', async ({ page, app }) => {
  test.setTimeout(120_000);
  await page.goto(app);
  await makeVaultQuickly(page, 'seven herons argue under the tin bridge');
  await addClient(page, 'Wren-12');
  await addTotal(page, 'PHQ-9', '2026-03-09', 14);
  await addSession(page, { day: '2026-03-09', number: 1 });
  await page.getByRole('link', { name: 'Notes', exact: true }).click();
  await expect(page.getByLabel('Objective')).toHaveValue(/Session 1: came\.[^]*PHQ-9: now 14/);
  await page.getByLabel('Subjective').fill('Grübelt im Café.');
  await expectAccessible(page, 'a note that is written');
  await page.getByLabel('Subjective').press('Control+Enter');
  const note = page.getByRole('article', { name: /^Session 1/ });
  await expect(note).toContainText('Grübelt im Café.');
  await expect(page.getByRole('button', { name: 'Sign', exact: true })).toHaveCount(0);
  await note.getByRole('button', { name: 'Add an addendum' }).click();
  await note.getByLabel('Addendum').fill('Called on Friday.');
  await note.getByRole('button', { name: 'Add it' }).click();
  await expect(note).toContainText('Called on Friday.');
  await page.getByLabel('Search in these notes').fill('cafe friday');
  await expect(note.locator('mark')).toHaveText(['Café', 'Friday']);
  await expectAccessible(page, 'a signed note');
});

test('a form of one’s own is made in the settings and used for the next note', async ({ page, app }) => {
  await page.goto(app);
  await makeVaultQuickly(page, 'seven herons argue under the tin bridge');
  await goToSettings(page, 'practice');
  await page.getByRole('button', { name: 'Add the form' }).click();
  await expect(page.getByText('Give the form a name.')).toBeVisible();
  await page.getByLabel('Name of the form').fill('Ours');
  await page.getByLabel('Its sections').fill('Seen\n\nPlanned');
  await page.getByRole('button', { name: 'Add the form' }).click();
  await expect(page.getByText('Seen · Planned')).toBeVisible();
  await addClient(page, 'Wren-12');
  await addSession(page, { day: '2026-03-09', number: 1 });
  await page.getByRole('link', { name: 'Notes', exact: true }).click();
  await page.getByLabel('Form of the note').selectOption('Ours');
  await expect(page.getByLabel('Seen', { exact: true })).toHaveValue(/Session 1: came/);
  await expect(page.getByLabel('Planned', { exact: true })).toBeVisible();
});
