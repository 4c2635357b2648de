// What a therapist does, as steps that several stories share.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

/** One derivation takes about a second on an idle machine, on purpose (VAULT L4: tests pay for it). */
export const keyDerivation = { timeout: 60_000 };

/** How long anything may take that waits for the disk, on a machine that does other things too. */
const patience = { timeout: 30_000 };

/** The words of a numbered list, once it stands there; the numbers are drawn by the style sheet. */
export const wordsOf = async (list: Locator): Promise<readonly string[]> => {
  await list.getByRole('listitem').first().waitFor();
  return (await list.getByRole('listitem').allTextContents()).map((word) => word.trim());
};

/**
 * Makes a vault by the shortest way: a passphrase of one's own, the sheet later (or kept), storage not asked for.
 * @returns the 24 words of the recovery sheet.
 */
export async function makeVaultQuickly(
  page: Page,
  passphrase: string,
  sheet: 'sheet later' | 'sheet kept' = 'sheet later',
): Promise<readonly string[]> {
  await page.getByRole('button', { name: 'Make your vault' }).click();
  await page.getByText('One of your own').click();
  await page.getByLabel('New passphrase').fill(passphrase);
  await page.getByLabel('The same once more').fill(passphrase);
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await expect(page.getByRole('heading', { name: 'Your recovery sheet' })).toBeVisible(keyDerivation);
  const words = await wordsOf(page.getByRole('list', { name: /24 words/ }));
  if (sheet === 'sheet kept') await keepSheet(page, words);
  else await page.getByRole('button', { name: 'Later', exact: true }).click();
  await page.getByRole('button', { name: 'Go on without asking' }).click();
  await isOpen(page);
  return words;
}

/** Answers which words stand at the three places that are asked for. */
async function keepSheet(page: Page, words: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'I have it: check me' }).click();
  for (const [index, word] of words.entries()) {
    const field = page.getByRole('textbox', { name: `Word ${String(index + 1)}`, exact: true });
    if ((await field.count()) > 0) await field.fill(word);
  }
  await page.getByRole('button', { name: 'Check', exact: true }).click();
}

export const isOpen = (page: Page): Promise<void> =>
  expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible(keyDerivation);

export const isLocked = (page: Page): Promise<void> =>
  expect(page.getByRole('heading', { name: 'Unlock your vault' })).toBeVisible(keyDerivation);

export const passphraseField = (page: Page): Locator => page.getByLabel('Passphrase', { exact: true });

/** Types the passphrase and waits for the practice. */
export async function unlock(page: Page, passphrase: string): Promise<void> {
  await tryPassphrase(page, passphrase);
  await isOpen(page);
}

export async function tryPassphrase(page: Page, passphrase: string): Promise<void> {
  await passphraseField(page).fill(passphrase);
  await page.keyboard.press('Enter');
}

export async function lock(page: Page): Promise<void> {
  await page.keyboard.press('Alt+Shift+L');
  await isLocked(page);
}

export async function goToClients(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Clients' }).click();
  await expect(page.getByRole('heading', { name: 'Clients', exact: true })).toBeVisible(patience);
}

export async function goToToday(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click();
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible(patience);
}

export async function goToSettings(page: Page, section: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: section }).click();
}

/** The line of one client in the list; the list is on the screen. */
export const listRow = (page: Page, label: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: label, exact: true }) });

/** From wherever one is to a client's page, whose record is open then. */
export async function openClient(page: Page, label: string): Promise<void> {
  await goToClients(page);
  await page.getByRole('tab', { name: /^All/ }).click();
  await page.getByRole('link', { name: label, exact: true }).click();
  await expect(page.getByRole('heading', { name: label })).toBeVisible(patience);
  await expect(page.getByText('Opening the record…')).toHaveCount(0, patience);
}

/** From wherever one is: a new client, whose page is open then. */
export async function addClient(page: Page, label: string): Promise<void> {
  await goToClients(page);
  await page.getByRole('button', { name: 'New client' }).first().click();
  await page.getByRole('dialog').getByLabel('Code or name').fill(label);
  await page.getByRole('button', { name: 'Add and open' }).click();
  await expect(page.getByRole('heading', { name: label })).toBeVisible(patience);
}

/** On a client's page: a total of one measure on one day; back on the client's page, saved, when resolved. */
export async function addTotal(page: Page, measure: string, day: string, total: number): Promise<void> {
  await typeTotal(page, measure, day, total);
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible(patience);
  await isSaved(page);
}

/** The same up to pressing Save: what comes of it is the caller's to see. */
export async function typeTotal(page: Page, measure: string, day: string, total: number): Promise<void> {
  await page.getByRole('link', { name: 'Add a score' }).first().click();
  await chooseMeasure(page, measure);
  await page.getByLabel('Day').fill(day);
  const onlyTotal = page.getByText('Only a total');
  if ((await onlyTotal.count()) > 0) await onlyTotal.click();
  await page.getByLabel('Total', { exact: true }).fill(String(total));
  await page.getByRole('button', { name: 'Look at it before saving' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
}

/** Chooses the option that begins with these words. */
async function chooseMeasure(page: Page, start: string): Promise<void> {
  const select = page.getByLabel('Measure');
  // The page before it may have a list of that name still; the measures are in the next one.
  await expect(select.locator('option').filter({ hasText: start }).first()).toBeAttached(patience);
  const labels = (await select.locator('option').allTextContents()).map((label) => label.trim());
  const found = labels.find((label) => label.startsWith(start));
  if (found === undefined) throw new Error(`no option begins with ${start}: ${labels.join(', ')}`);
  await select.selectOption({ label: found });
}

/**
 * On a client's page: answers every question with these values by number keys, then saves. null is "Not answered".
 * Resolves on the client's page, saved.
 */
export async function addAnswers(
  page: Page,
  measure: string,
  day: string,
  answers: readonly (number | null)[],
): Promise<void> {
  await page.getByRole('link', { name: 'Add a score' }).first().click();
  await chooseMeasure(page, measure);
  await page.getByLabel('Day').fill(day);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  for (const [index, answer] of answers.entries()) {
    await expect(page.getByText(new RegExp(`^${String(index + 1)} of \\d+$`))).toBeVisible(patience);
    if (answer === null) await page.getByRole('button', { name: 'Not answered' }).click();
    else await page.keyboard.press(String(answer));
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible(patience);
  await isSaved(page);
}

/** On a client's page: opens the menu of one response and chooses from it. `response` is what its row says. */
export async function chooseFor(page: Page, response: RegExp, action: string): Promise<void> {
  const row = page.getByRole('row', { name: response });
  await row.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

export const isSaved = (page: Page): Promise<void> =>
  expect(page.getByText('Saved', { exact: true }).first()).toBeVisible(patience);

export interface BackupFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** In Settings, under "Backup and export": the sealed backup as it was downloaded. */
export const downloadBackup = (page: Page): Promise<BackupFile> => downloaded(page, 'Make a backup');

/** What a button hands to the browser's downloads. */
export async function downloaded(page: Page, button: string): Promise<BackupFile> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await downloading;
  const buffer = await readFile(await download.path());
  return { name: download.suggestedFilename(), mimeType: 'application/octet-stream', buffer };
}

/** On the screen that asks for the recovery sheet: a backup if there is one, the words, a new passphrase; open when resolved. */
export async function openWithSheet(
  page: Page,
  given: {
    readonly file?: BackupFile;
    readonly words: readonly string[];
    readonly passphrase: string;
    readonly button: string;
  },
): Promise<void> {
  if (given.file) await page.getByLabel('Choose the file').setInputFiles(given.file);
  await page.getByLabel('The 24 words').fill(given.words.join(' '));
  await page.getByRole('radio', { name: /^One of your own/ }).check();
  await page.getByLabel('New passphrase').fill(given.passphrase);
  await page.getByLabel('The same once more').fill(given.passphrase);
  await page.getByRole('button', { name: given.button, exact: true }).click();
  await isOpen(page);
}

/**
 * A page of the app's origin in which the app does not run: it takes no lock and opens no database. It asks for an icon of its
 * own, which is answered here.
 */
export async function goBesideTheApp(page: Page, app: string): Promise<void> {
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  await page.goto(`${app}app.webmanifest`);
}
