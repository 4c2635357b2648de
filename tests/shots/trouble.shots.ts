// What a person sees when something is wrong: each state is brought about as it would come, in the real app.
import type { DumpedDatabase } from '../browser/support/indexed-db.ts';
import type { Page } from '@playwright/test';
import { aboutV1, backupV1, storeV1 } from '../fixtures/vaults/read-vault.ts';
import { builtApp } from '../browser/support/app-server.ts';
import { fillUp, freeAgain } from '../browser/support/full-disk.ts';
import { flipByte, withChangedBytes } from '../browser/support/indexed-db.ts';
import { putVault } from '../browser/support/known-vault.ts';
import { startPlainStaticServer } from '../browser/support/plain-static-server.ts';
import {
  addClient,
  addTotal,
  chooseFor,
  downloadBackup,
  goBesideTheApp,
  goToClients,
  goToSettings,
  isOpen,
  isSaved,
  keyDerivation,
  makeVaultQuickly,
  openClient,
  tryPassphrase,
  typeTotal,
  unlock,
} from '../browser/support/practice.ts';
import { expect, test } from '../browser/support/test.ts';
import { shoot } from './shoot.ts';

test.describe.configure({ timeout: 300_000 });

const about = aboutV1();

/** Flips a byte in every row of one table, or in one slot of it. */
const flipIn = (table: string, key?: string): DumpedDatabase[] =>
  withChangedBytes(storeV1(), (at, bytes) =>
    at.database === 'soundings-vault' && at.store === table && (key === undefined || at.key === key)
      ? flipByte(bytes, bytes.length >> 1)
      : null,
  );

test('the door: what cannot be opened', async ({ page, app }) => {
  const trouble = page.getByText('The vault cannot be opened like this');
  await putVault(page, app, flipIn('slots', 'wrap-passphrase'));
  await tryPassphrase(page, about.passphrase);
  await expect(trouble).toBeVisible(keyDerivation);
  await shoot(page, 'door-damaged-key');

  await putVault(page, app, flipIn('slots', 'keyring'));
  await tryPassphrase(page, about.passphrase);
  await expect(trouble).toBeVisible(keyDerivation);
  await shoot(page, 'door-damaged-keyring');

  await putVault(page, app, storeV1());
  for (let tries = 1; tries <= 3; tries += 1) {
    await tryPassphrase(page, 'not the passphrase');
    await expect(page.getByRole('button', { name: 'Unlock' })).not.toHaveAttribute(
      'aria-busy',
      'true',
      keyDerivation,
    );
  }
  await expect(page.getByText('What often helps')).toBeVisible(keyDerivation);
  await shoot(page, 'door-wrong-passphrase');
  await page.getByRole('button', { name: 'Use the recovery sheet instead' }).click();
  await expect(page.getByLabel('The 24 words')).toBeVisible();
  await shoot(page, 'door-restore-here', { fullPage: true });
});

test('the door: another tab, and a newer version', async ({ context, page, app }) => {
  await putVault(page, app, storeV1());
  await unlock(page, about.passphrase);
  const second = await context.newPage();
  await second.goto(app);
  await expect(second.getByRole('button', { name: 'Use it here' })).toBeVisible();
  await shoot(second, 'door-other-tab');
  await second.close();

  await goBesideTheApp(page, app);
  await page.evaluate(
    () =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('soundings-vault', 9_999);
        opening.onsuccess = () => {
          opening.result.close();
          done();
        };
        opening.onerror = () => fail(opening.error ?? new Error('not opened'));
      }),
  );
  await page.goto(app);
  await expect(page.getByRole('heading', { name: 'A newer version of Soundings wrote here' })).toBeVisible();
  await shoot(page, 'door-newer-version');
});

test('plain http from another computer: what the browser lacks', async ({ launch }) => {
  const server = await startPlainStaticServer(builtApp);
  const port = new URL(server.origin).port;
  const origin = `http://practice.example:${port}`;
  const { page } = await launch({
    origin: () => origin,
    args: ['--host-resolver-rules=MAP practice.example 127.0.0.1'],
  });
  await page.goto(`${origin}/practice/soundings/`);
  await expect(page.getByRole('heading').first()).toBeVisible();
  await shoot(page, 'door-unsupported');
  await server.stop();
});

const notSaved = (page: Page) => page.getByText('Not saved: export now').first();

test('the disk is full', async ({ context, page, app }) => {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(app).origin,
    quotaSize: 16 * 1024 * 1024,
  });
  await page.goto(app);
  await makeVaultQuickly(page, about.passphrase);
  await addClient(page, 'Q-01');
  await addTotal(page, 'PHQ-9', '2026-03-02', 19);
  await page.waitForTimeout(2_500); // the caches are made when it is quiet
  await fillUp(page);
  await typeTotal(page, 'PHQ-9', '2026-03-09', 8);
  await expect(notSaved(page)).toBeVisible();
  await shoot(page, 'not-saved');
  await page.getByRole('button', { name: 'Export now' }).click();
  await shoot(page, 'not-saved-export');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('Alt+Shift+L');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await shoot(page, 'not-saved-lock');
  await page.getByRole('button', { name: 'Lock anyway' }).click();
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible(keyDerivation);
  await shoot(page, 'door-kept-aside');
  await freeAgain(page);
});

test('a damaged record', async ({ page, app }) => {
  await putVault(page, app, storeV1());
  await unlock(page, about.passphrase);
  await goToClients(page);
  const address = await page.getByRole('link', { name: 'Birch 01', exact: true }).getAttribute('href');
  const database = `soundings-doc-${address?.split('/').at(-1) ?? ''}`;
  const damaged = withChangedBytes(storeV1(), (at, bytes) =>
    at.database === database && at.store === 'updates' ? flipByte(bytes, bytes.indexOf('SNDG') + 150) : null,
  );
  await putVault(page, app, damaged);
  await unlock(page, about.passphrase);
  await openClient(page, 'Birch 01');
  await expect(page.getByText('This record is not whole')).toBeVisible();
  await shoot(page, 'damaged-client');
  await goToClients(page);
  await expect(page.getByText('Not whole')).toBeVisible();
  await shoot(page, 'damaged-list');
  await goToSettings(page, 'Damage and log');
  await expect(page.getByRole('rowheader', { name: 'Birch 01' }).first()).toBeVisible();
  await shoot(page, 'damaged-settings', { fullPage: true });
  await goToSettings(page, 'Backup and export');
  await page.getByLabel('Choose the file').setInputFiles({
    name: 'a.soundings-backup',
    mimeType: 'application/octet-stream',
    buffer: backupV1().subarray(0, 200),
  });
  await expect(page.getByText('Nothing was changed')).toBeVisible();
  await shoot(page, 'backup-refused', { fullPage: true });
});

/** Corrects the newest response of Birch 01 to another total. */
async function correctTo(page: Page, total: number): Promise<void> {
  await openClient(page, 'Birch 01');
  await chooseFor(page, /3 Nov 2025/, 'Correct');
  await page.getByLabel('Total', { exact: true }).fill(String(total));
  await page.getByRole('button', { name: 'Look at it before saving' }).click();
  await page.getByRole('button', { name: 'Save the correction' }).click();
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
  await isSaved(page);
}

test('two computers corrected the same response', async ({ browser, page, app }) => {
  await putVault(page, app, storeV1());
  await unlock(page, about.passphrase);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(app);
  await other.getByRole('button', { name: 'Restore from a backup' }).click();
  await other.getByLabel('Choose the file').setInputFiles({
    name: 'a.soundings-backup',
    mimeType: 'application/octet-stream',
    buffer: backupV1(),
  });
  await other.getByLabel('The 24 words').fill(about.words.join(' '));
  await other.getByRole('radio', { name: /^One of your own/ }).check();
  await other.getByLabel('New passphrase').fill(about.passphrase);
  await other.getByLabel('The same once more').fill(about.passphrase);
  await shoot(other, 'door-restore', { fullPage: true });
  await other.getByRole('button', { name: 'Restore', exact: true }).click();
  await isOpen(other);
  await correctTo(other, 9);
  await goToSettings(other, 'Backup and export');
  const backup = await downloadBackup(other);
  await elsewhere.close();

  await correctTo(page, 12);
  await goToSettings(page, 'Backup and export');
  await page.getByLabel('Choose the file').setInputFiles(backup);
  await expect(page.getByText(/^Taken in:/)).toBeVisible(keyDerivation);
  await shoot(page, 'backup-taken-in', { fullPage: true });
  await openClient(page, 'Birch 01');
  await expect(page.getByText('Two corrections disagree')).toBeVisible();
  await shoot(page, 'conflict', { fullPage: true });
});
