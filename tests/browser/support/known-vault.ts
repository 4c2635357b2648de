// A vault that earlier code sealed, put into the browser as it lay there, and held against what is known of it.
import type { Page } from '@playwright/test';
import type { AboutClient, AboutVault } from '../../fixtures/vaults/about-vault.ts';
import { writeDatabases, type DumpedDatabase } from './indexed-db.ts';
import {
  goBesideTheApp,
  goToClients,
  isLocked,
  isOpen,
  listRow,
  openClient,
  passphraseField,
} from './practice.ts';
import { expect } from './test.ts';

const patience = { timeout: 30_000 };

/** The databases lie in the browser and the app stands before its door. */
export async function putVault(page: Page, app: string, databases: readonly DumpedDatabase[]): Promise<void> {
  await goBesideTheApp(page, app);
  await writeDatabases(page, databases);
  await page.goto(app);
  await expect(passphraseField(page)).toBeVisible(patience);
}

/** Unlocks, or says what the door said instead. */
export async function unlockOrHear(page: Page, passphrase: string): Promise<string | null> {
  await isLocked(page);
  await passphraseField(page).fill(passphrase);
  await page.keyboard.press('Enter');
  const trouble = page.getByRole('alert').filter({ hasText: /\w/ });
  const navigation = page.getByRole('navigation', { name: 'Main' });
  await expect(navigation.or(trouble).first()).toBeVisible({ timeout: 60_000 });
  return (await navigation.isVisible()) ? null : (await trouble.first().innerText()).trim();
}

/** From wherever one is: what the list says of one client, by the tab under which they stand. */
export async function checkListed(page: Page, client: AboutClient): Promise<void> {
  await goToClients(page);
  await page.getByRole('tab', { name: new RegExp(`^${client.tab}`) }).click();
  const row = listRow(page, client.label);
  await expect(row).toBeVisible(patience);
  await expect(row).not.toContainText('Not whole');
  if (client.latest === null) await expect(row.locator('.score strong')).toHaveCount(0);
  else await expect(row.locator('.score strong')).toHaveText(client.latest);
  await expect(row.locator('.status')).toHaveText(client.status ?? '');
}

/** One client's page, from the list: every response with its total, what was hidden, and the sentences. */
export async function checkPage(page: Page, client: AboutClient): Promise<void> {
  await openClient(page, client.label);
  await expect(page.getByText('This record is not whole')).toHaveCount(0);
  const rows = historyRows(page);
  await expect(rows).toHaveCount(client.responses.length);
  for (const [index, response] of client.responses.entries()) {
    const row = rows.nth(index);
    for (const text of [response.day, response.measure, ...response.says])
      await expect(row).toContainText(text);
    if (response.total === null) await expect(row.locator('strong')).toHaveCount(0);
    else await expect(row.locator('strong')).toHaveText(response.total);
  }
  const hidden = page.getByText(/^Show \d+ corrected or deleted/);
  if (client.hidden === 0) await expect(hidden).toHaveCount(0);
  else await expect(hidden).toContainText(String(client.hidden));
  await checkSentences(page, client.sentences);
}

export const historyRows = (page: Page) =>
  page.getByRole('table', { name: 'Responses, newest first' }).locator('tbody tr');

async function checkSentences(page: Page, sentences: readonly string[]): Promise<void> {
  const sentence = page.locator('.verdict .sentence');
  const tabs = page.getByRole('tablist', { name: 'Measures' }).getByRole('tab');
  for (const [index, expected] of sentences.entries()) {
    if (sentences.length > 1) await tabs.nth(index).click();
    await expect(sentence).toHaveText(expected);
  }
}

/** Everything that is known of the vault is on the screen. */
export async function checkWhole(page: Page, about: AboutVault): Promise<void> {
  await isOpen(page);
  for (const client of about.clients) {
    await checkListed(page, client);
    await checkPage(page, client);
  }
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click();
  for (const measure of about.ownMeasures)
    await expect(page.getByText(measure).first()).toBeVisible(patience);
}

/**
 * The law of a damaged record: what is on its page is right, and if anything is lacking, the page says so. Nothing that was
 * not typed is ever shown.
 */
export async function checkNothingWrong(
  page: Page,
  client: AboutClient,
): Promise<'whole' | 'said to be not whole'> {
  await openClient(page, client.label);
  const notWhole = (await page.getByText('This record is not whole').count()) > 0;
  const shown = await historyRows(page).allInnerTexts();
  const known = client.responses.map(({ day, measure, total }) => ({ day, measure, total }));
  for (const row of shown) {
    const isKnown = known.some(
      ({ day, measure, total }) =>
        row.includes(day) && row.includes(measure) && row.includes(total ?? 'Incomplete'),
    );
    // Without its correction or deletion the first entry counts again; that is why the page has to say that it is not whole.
    if (!isKnown) expect(notWhole, `${row} is shown on a page that seems whole`).toBe(true);
  }
  if (shown.length !== known.length) expect(notWhole, 'a page that lacks something says so').toBe(true);
  return notWhole ? 'said to be not whole' : 'whole';
}
