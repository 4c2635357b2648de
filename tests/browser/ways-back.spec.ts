// The ways back to one's records: the sheet over a vault that is still here, a backup taken in, and a backup made at the last
// moment (VAULT K3, B6, P1). And a passkey that is to open nothing any more (K1).
import type { Locator, Page } from '@playwright/test';
import { withAuthenticator } from './support/authenticator.ts';
import {
  addClient,
  addTotal,
  downloadBackup,
  downloaded,
  goToSettings,
  isOpen,
  keyDerivation,
  listRow,
  goToClients,
  lock,
  makeVaultQuickly,
  openClient,
  openWithSheet,
  tryPassphrase,
  typeTotal,
  unlock,
} from './support/practice.ts';
import { expect, test } from './support/test.ts';

test.use({ actionTimeout: 30_000 });
test.describe.configure({ timeout: 240_000 });

const passphrase = 'seven herons argue under the tin bridge';
const newPassphrase = 'eleven otters borrow a copper lantern';

const response = (page: Page, measure: string, total: number): Locator =>
  page.getByRole('row', { name: new RegExp(`${measure} ${String(total)}\\b`) });

/** A vault whose sheet is kept, with one client and one score. */
async function aPractice(page: Page, app: string): Promise<readonly string[]> {
  await page.goto(app);
  const words = await makeVaultQuickly(page, passphrase, 'sheet kept');
  await addClient(page, 'W-01');
  await addTotal(page, 'PHQ-9', '2026-03-02', 19);
  return words;
}

test('a forgotten passphrase: the sheet alone opens the vault that is here; the file is optional', async ({
  page,
  app,
}) => {
  const words = await aPractice(page, app);
  await lock(page);
  await page.getByRole('button', { name: 'Use the recovery sheet instead' }).click();
  await expect(page.getByRole('heading', { name: 'Open it with the recovery sheet' })).toBeVisible();
  await expect(page.getByText('Still needed: the 24 words and a passphrase.')).toBeVisible();
  await openWithSheet(page, { words, passphrase: newPassphrase, button: 'Open it again' });
  await openClient(page, 'W-01');
  await expect(response(page, 'PHQ-9', 19)).toBeVisible();
  await addTotal(page, 'PHQ-9', '2026-03-09', 8);

  await lock(page);
  await tryPassphrase(page, passphrase);
  await expect(page.getByText('This passphrase does not open the vault.')).toBeVisible(keyDerivation);
  await unlock(page, newPassphrase);
  await openClient(page, 'W-01');
  for (const total of [8, 19]) await expect(response(page, 'PHQ-9', total)).toBeVisible();
});

test('an older backup given with the sheet adds to the vault that is here and takes nothing away', async ({
  page,
  app,
}) => {
  const words = await aPractice(page, app);
  await goToSettings(page, 'Backup and export');
  const older = await downloadBackup(page);
  await openClient(page, 'W-01');
  await addTotal(page, 'PHQ-9', '2026-03-09', 8);
  await lock(page);
  await page.getByRole('button', { name: 'Use the recovery sheet instead' }).click();
  await openWithSheet(page, { file: older, words, passphrase: newPassphrase, button: 'Open it again' });
  await openClient(page, 'W-01');
  for (const total of [8, 19]) await expect(response(page, 'PHQ-9', total)).toBeVisible();
  await expect(page.getByText('This record is not whole')).toHaveCount(0);
});

test('a backup of another device of the vault is taken in from Settings; the list shows what it brought', async ({
  page,
  app,
  browser,
}) => {
  const words = await aPractice(page, app);
  await goToSettings(page, 'Backup and export');
  const first = await downloadBackup(page);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(app);
  await other.getByRole('button', { name: 'Restore from a backup' }).click();
  await openWithSheet(other, { file: first, words, passphrase: newPassphrase, button: 'Restore' });
  await openClient(other, 'W-01');
  await addTotal(other, 'PHQ-9', '2026-03-09', 8);
  await goToSettings(other, 'Backup and export');
  const second = await downloadBackup(other);
  await elsewhere.close();

  await page.getByLabel('Choose the file').setInputFiles(second);
  await expect(page.getByText('Taken in: 1 piece that was not here')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('left out')).toHaveCount(0);
  await page.getByLabel('Choose the file').setInputFiles(second);
  await expect(page.getByText('Everything in this backup is here already.')).toBeVisible({ timeout: 30_000 });
  await goToClients(page);
  await expect(listRow(page, 'W-01')).toContainText('8');
  await openClient(page, 'W-01');
  for (const total of [8, 19]) await expect(response(page, 'PHQ-9', total)).toBeVisible();
});

test('a passkey that was removed opens nothing any more; the passphrase does', async ({ page, app }) => {
  await page.goto(app);
  await makeVaultQuickly(page, passphrase);
  await withAuthenticator(page);
  await goToSettings(page, 'Opening and locking');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Current passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByText('A passkey opens this vault.')).toBeVisible(keyDerivation);
  await lock(page);
  await page.getByRole('button', { name: 'Use the passkey' }).click();
  await isOpen(page);

  await goToSettings(page, 'Opening and locking');
  await page.getByRole('button', { name: 'Remove the passkey' }).click();
  await expect(page.getByText('No passkey is set up.')).toBeVisible();
  await goToSettings(page, 'Damage and log');
  await expect(page.getByRole('rowheader', { name: 'Passkey removed' })).toBeVisible();
  await lock(page);
  await expect(page.getByRole('button', { name: 'Use the passkey' })).toHaveCount(0);
  await unlock(page, passphrase);
});

test('site data cleared beneath the open app: a sealed export still holds what is on the screen', async ({
  page,
  app,
  browser,
}) => {
  const words = await aPractice(page, app);
  await page.waitForTimeout(2_500); // the caches are made when it is quiet
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', {
    origin: new URL(app).origin,
    storageTypes: 'indexeddb',
  });
  await typeTotal(page, 'PHQ-9', '2026-03-09', 8);
  await expect(page.getByText('Not saved: export now').first()).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Export now' }).click();
  const sealed = await downloaded(page, 'Download a sealed backup');
  await expect(page.getByText(`${sealed.name} was handed to the browser’s downloads.`)).toBeVisible();

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(app);
  await other.getByRole('button', { name: 'Restore from a backup' }).click();
  await openWithSheet(other, { file: sealed, words, passphrase: newPassphrase, button: 'Restore' });
  await openClient(other, 'W-01');
  for (const total of [8, 19]) await expect(response(other, 'PHQ-9', total)).toBeVisible();
  await elsewhere.close();
});
