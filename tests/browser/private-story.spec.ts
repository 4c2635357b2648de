// Psychotherapy notes (45 CFR 164.501): written as they are typed, found again, shown nowhere else, gone with their client.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import {
  addClient,
  downloadBackup,
  goToClients,
  goToSettings,
  goToToday,
  isSaved,
  lock,
  makeVaultQuickly,
  openClient,
  openWithSheet,
  unlock,
} from './support/practice.ts';
import { expect, test } from './support/test.ts';

const passphrase = 'seven herons argue under the tin bridge';
const wren = 'Wren-12';
const thought = 'The lighthouse dream again';
const later = ' and I hurried past it.';

const goToPrivate = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Psychotherapy notes' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Psychotherapy notes' })).toBeVisible();
};
const words = (page: Page): Locator => page.getByLabel('Your words');
const newNote = (page: Page): Promise<void> => page.getByRole('button', { name: 'New note' }).click();
/** "Saved" stays spoken while the next words are on their way to the disk: what is drawn is meant. */
const isOnDisk = (page: Page): Promise<void> => expect(page.locator('.save.saved')).toBeVisible();
const documentsOnDisk = (page: Page): Promise<number> =>
  page.evaluate(
    async () => (await indexedDB.databases()).filter(({ name }) => name?.startsWith('soundings-doc-')).length,
  );

test.use({ actionTimeout: 15_000 });

test('notes are kept as they are typed, found, changed, deleted and put back, and stand on no other page', async ({
  page,
  app,
}) => {
  test.setTimeout(240_000);
  await page.goto(app);
  await makeVaultQuickly(page, passphrase);
  await addClient(page, wren);
  await isSaved(page);

  await test.step('nothing is made by looking, or by a note without a word', async () => {
    const before = await documentsOnDisk(page);
    await goToPrivate(page);
    await expect(page.getByText('Session times, test results', { exact: false })).toBeVisible();
    await expectAccessible(page, 'no psychotherapy notes');
    await newNote(page);
    await expect(words(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'New note' })).toBeFocused();
    expect(await documentsOnDisk(page)).toBe(before);
  });

  await test.step('typed with the keyboard alone, and saved without a button', async () => {
    await page.keyboard.press('Enter');
    await page.keyboard.type(thought);
    await isOnDisk(page);
    await page.reload();
    await unlock(page, passphrase);
    await expect(page.getByText(thought)).toBeVisible();
  });

  await test.step('changed at any time, and moved to the day that it was about', async () => {
    await page.getByRole('button', { name: /^Edit the note of/ }).click();
    await expect(words(page)).toHaveValue(thought);
    await page.keyboard.press('Control+End');
    await page.keyboard.type(later);
    await page.getByLabel('Day', { exact: true }).fill('2026-03-02');
    await expectAccessible(page, 'a psychotherapy note being written');
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('heading', { level: 2, name: '2 March 2026' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Edit the note of/ })).toBeFocused();
  });

  await test.step('found by its own search', async () => {
    await newNote(page);
    await page.keyboard.type('Café on the corner');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByLabel('Search these notes').fill('cafe CORNER');
    await expect(page.getByRole('article')).toHaveCount(1);
    await expect(page.getByText('One note has these words')).toBeVisible();
    await page.getByLabel('Search these notes').fill('');
    await expect(page.getByRole('article')).toHaveCount(2);
    await expectAccessible(page, 'psychotherapy notes');
  });

  await test.step('deleted and put back', async () => {
    await page.getByRole('button', { name: 'Delete the note of 2 March 2026' }).click();
    await expect(page.getByRole('article')).toHaveCount(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText(thought + later)).toBeVisible();
    await isSaved(page);
  });

  await test.step('on no other page, and in no export that did not ask for it', async () => {
    await page.getByRole('link', { name: wren }).click();
    await expect(page.getByRole('heading', { level: 1, name: wren })).toBeVisible();
    const elsewhere = async (): Promise<void> => {
      await expect(page.getByText(/lighthouse dream|Café/)).toHaveCount(0);
    };
    await elsewhere();
    await page.getByRole('link', { name: 'Timeline' }).click();
    await elsewhere();
    await goToToday(page);
    await elsewhere();
    await goToClients(page);
    await page.getByLabel(/Search/).fill('lighthouse');
    await elsewhere();
  });
});

async function exported(page: Page, format: string, asked: boolean): Promise<string> {
  await page.getByRole('radio', { name: new RegExp(`^${format}`) }).check();
  const box = page.getByRole('checkbox', { name: 'Psychotherapy notes too' });
  await box.setChecked(asked);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  return readFile(await (await downloading).path(), 'utf8');
}

test('they are in an export only when asked, come back with a backup, and go with their client', async ({
  page,
  app,
  browser,
}) => {
  test.setTimeout(240_000);
  await page.goto(app);
  const sheet = await makeVaultQuickly(page, passphrase);
  await addClient(page, wren);
  await goToPrivate(page);
  await newNote(page);
  await page.keyboard.type(thought);
  await isOnDisk(page);

  await goToSettings(page, 'Backup and export');
  for (const format of ['JSON', 'A page for my records']) {
    expect(await exported(page, format, false)).not.toContain('lighthouse');
    expect(await exported(page, format, true)).toContain(thought);
  }
  await expectAccessible(page, 'an export that asks for psychotherapy notes');
  await page.getByRole('radio', { name: /^A page for the client/ }).check();
  await expect(page.getByRole('checkbox', { name: 'Psychotherapy notes too' })).toHaveCount(0);
  const backup = await downloadBackup(page);

  const other = await browser.newContext();
  const second = await other.newPage();
  await second.goto(app);
  await second.getByRole('button', { name: 'Restore from a backup' }).click();
  await openWithSheet(second, {
    ...{ file: backup, words: sheet, passphrase: 'other words for another computer', button: 'Restore' },
  });
  await openClient(second, wren);
  await goToPrivate(second);
  await expect(second.getByText(thought)).toBeVisible();
  await other.close();

  const before = await documentsOnDisk(page);
  await openClient(page, wren);
  await page.getByRole('button', { name: 'More about this client' }).click();
  await page.getByRole('menuitem', { name: /Erase/ }).click();
  await page.getByRole('checkbox', { name: 'I have checked that I may erase this record' }).check();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByRole('heading', { level: 1, name: wren })).toHaveCount(0);
  await expect.poll(() => documentsOnDisk(page)).toBe(before - 1);
  await lock(page);
});
