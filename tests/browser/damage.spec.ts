// A flipped byte in every stored kind, and whatever else a disk can lose (VAULT B3, B5, K1, L2). Each time: the vault opens or
// says what is wrong, nothing else is lost, no wrong score is shown, no error escapes.
import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { AboutVault } from '../fixtures/vaults/about-vault.ts';
import { aboutV1, backupV1, storeV1 } from '../fixtures/vaults/read-vault.ts';
import { ofAnotherVault, ofLaterCode } from './support/altered-backup.ts';
import { expectAccessible } from './support/accessible.ts';
import { withAuthenticator } from './support/authenticator.ts';
import {
  dumpDatabases,
  flipByte,
  withChangedBytes,
  withoutRows,
  type DumpedDatabase,
} from './support/indexed-db.ts';
import {
  checkListed,
  checkNothingWrong,
  checkPage,
  checkWhole,
  putVault,
  unlockOrHear,
} from './support/known-vault.ts';
import {
  goBesideTheApp,
  goToClients,
  goToSettings,
  addTotal,
  lock,
  openClient,
  tryPassphrase,
  unlock,
} from './support/practice.ts';
import { expect, test } from './support/test.ts';

// A step that does not come is a failure of its own, long before the whole story's time is up.
test.use({ actionTimeout: 30_000 });

test.describe.configure({ timeout: 300_000 });

type Store = readonly DumpedDatabase[];

const about = aboutV1();
/** The fixture with caches that this code has made, so that damage to them, and behind them, is met as it would be. */
let store: Store = storeV1();
let hasFreshCaches = false;

test.beforeEach(async ({ page, app }) => {
  if (hasFreshCaches) return;
  await putVault(page, app, store);
  await unlock(page, about.passphrase);
  for (const client of about.clients) await checkListed(page, client);
  await lock(page);
  await goBesideTheApp(page, app);
  store = await dumpDatabases(page);
  hasFreshCaches = true;
});

const clientOf = (label: string): AboutVault['clients'][number] => {
  const client = about.clients.find((one) => one.label === label);
  if (!client) throw new Error(`the fixture has no ${label}`);
  return client;
};

/** Flips one byte of every value in one table, or of one row of it. */
const flipIn = (table: string, at: (bytes: Buffer) => number, key?: string | number): Store =>
  withChangedBytes(store, (place, bytes) =>
    place.database === 'soundings-vault' && place.store === table && (key === undefined || place.key === key)
      ? flipByte(bytes, at(bytes))
      : null,
  );

const middle = (bytes: Buffer): number => bytes.length >> 1;
const last = (bytes: Buffer): number => bytes.length - 1;

/** The wrap with other bytes in its header, and a checksum that fits: somebody's work, not the disk's. */
const wrapWith = (change: (wrap: Buffer) => void): Store =>
  withChangedBytes(store, (place, bytes) => {
    if (place.key !== 'wrap-passphrase') return null;
    const wrap = Buffer.from(bytes);
    change(wrap);
    createHash('sha256')
      .update(wrap.subarray(0, -32))
      .digest()
      .copy(wrap, wrap.length - 32);
    return wrap;
  });

/** A page whose errors are counted for each case. */
async function calmly(
  watch: { readonly problems: readonly string[] },
  what: string,
  act: () => Promise<void>,
): Promise<void> {
  await test.step(what, async () => {
    const before = watch.problems.length;
    await act();
    expect(watch.problems.slice(before), `${what}: no error escapes`).toEqual([]);
  });
}

test('keys: what is damaged, missing or out of bounds is named at the door, before anything is computed', async ({
  page,
  app,
  watch,
}) => {
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  const refuses = (what: string, databases: Store, says: RegExp | string): Promise<void> =>
    calmly(watch, what, async () => {
      workers.length = 0;
      await putVault(page, app, databases);
      await tryPassphrase(page, about.passphrase);
      const notice = page.getByRole('alert').filter({ hasText: 'The vault cannot be opened like this' });
      await expect(notice).toContainText(says, { timeout: 30_000 });
      expect(workers, 'no key was derived').toEqual([]);
      await expect(page.getByRole('button', { name: 'Use the recovery sheet instead' })).toBeVisible();
    });

  for (const at of [0, 5, 30, 70, 139]) {
    await refuses(
      `byte ${String(at)} of the wrap`,
      flipIn('slots', () => at, 'wrap-passphrase'),
      /wrapped key.*is damaged/,
    );
  }
  const bounds: readonly [string, (wrap: Buffer) => void, string][] = [
    ['memory below the floor', (wrap) => void wrap.writeUInt32BE(65_535, 23), 'memory-below-floor'],
    ['memory above the ceiling', (wrap) => void wrap.writeUInt32BE(262_145, 23), 'memory-above-ceiling'],
    ['iterations below the floor', (wrap) => void wrap.writeUInt32BE(2, 27), 'iterations-below-floor'],
    ['iterations above the ceiling', (wrap) => void wrap.writeUInt32BE(11, 27), 'iterations-above-ceiling'],
    ['no lanes', (wrap) => void wrap.writeUInt8(0, 31), 'parallelism-out-of-range'],
  ];
  for (const [what, change, reason] of bounds) {
    await refuses(
      what,
      wrapWith(change),
      new RegExp(`outside the safe limits.*passphrase was not tried[^]*${reason}`),
    );
  }
  await refuses(
    'a wrap of a later version',
    wrapWith((wrap) => void wrap.writeUInt8(2, 5)),
    'newer version of Soundings',
  );
  await refuses(
    'the wrap is missing',
    withoutRows(store, 'soundings-vault', 'slots', ['wrap-passphrase']),
    /missing/,
  );

  await calmly(watch, 'the passkey’s wrap', async () => {
    await putVault(page, app, flipIn('slots', middle, 'wrap-passkey'));
    await withAuthenticator(page);
    await page.getByRole('button', { name: 'Use the passkey' }).click();
    await expect(page.getByText('What the passkey opens is damaged on this device.')).toBeVisible();
    await unlock(page, about.passphrase);
  });
});

test('keyring, statements, directory: right passphrase, and still told apart', async ({
  page,
  app,
  watch,
}) => {
  const says = (what: string, databases: Store, text: RegExp): Promise<void> =>
    calmly(watch, what, async () => {
      await putVault(page, app, databases);
      expect(await unlockOrHear(page, about.passphrase)).toMatch(text);
    });
  await says('keyring flipped', flipIn('slots', middle, 'keyring'), /keyring behind it is damaged/);
  await says(
    'keyring missing',
    withoutRows(store, 'soundings-vault', 'slots', ['keyring']),
    /keyring behind it is damaged/,
  );
  await says(
    'vault id flipped',
    flipIn('slots', () => 3, 'vault-id'),
    /damaged/,
  );
  await says(
    'statements missing',
    withoutRows(store, 'soundings-vault', 'statements', 'all'),
    /signed list.*is damaged/,
  );

  const statements = tableOf('statements');
  for (const { key } of statements) {
    if (typeof key !== 'string') throw new Error('statements have other keys');
    await calmly(watch, `statement ${key.slice(0, 6)}`, async () => {
      await putVault(page, app, flipIn('statements', middle, key));
      const heard = await unlockOrHear(page, about.passphrase);
      // A statement on which nothing rests here may be lost without harm; any other is named.
      if (heard === null) await checkListed(page, clientOf('Birch 01'));
      else expect(heard).toMatch(/signed list.*is damaged/);
    });
  }
});

const tableOf = (name: string): DumpedDatabase['stores'][number]['rows'] =>
  store.find(({ name: database }) => database === 'soundings-vault')?.stores.find((one) => one.name === name)
    ?.rows ?? [];

test('caches, log, preferences, the sheet’s keyring: derived or done without, and nothing is wrong', async ({
  page,
  app,
  watch,
}) => {
  const opensWhole = (
    what: string,
    databases: Store,
    also: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> =>
    calmly(watch, what, async () => {
      await putVault(page, app, databases);
      await unlock(page, about.passphrase);
      for (const label of ['Heron 02', 'Birch 01']) await checkListed(page, clientOf(label));
      await checkPage(page, clientOf('Birch 01'));
      await also();
    });
  await opensWhole('series flipped', flipIn('series', last));
  await opensWhole('summaries flipped', flipIn('summaries', last));
  await opensWhole(
    'both caches gone',
    withoutRows(
      withoutRows(store, 'soundings-vault', 'series', 'all'),
      'soundings-vault',
      'summaries',
      'all',
    ),
  );
  await opensWhole('log flipped', flipIn('audit', middle), async () => {
    await goToSettings(page, 'Damage and log');
    await expect(page.getByRole('rowheader', { name: 'Unlocked with the passphrase' })).toBeVisible();
    const lines = tableOf('audit').length;
    await expect(
      page.getByText(`${String(lines)} line${lines === 1 ? '' : 's'} cannot be read`),
    ).toBeVisible();
  });
  await opensWhole('preferences flipped', flipIn('slots', middle, 'preferences'));
  await opensWhole(
    'date of the last backup flipped',
    flipIn('slots', () => 5, 'last-backup'),
  );
  await opensWhole('the sheet’s keyring flipped', flipIn('slots', middle, 'keyring-recovery'));
  await opensWhole(
    'the sheet’s keyring missing',
    withoutRows(store, 'soundings-vault', 'slots', ['keyring-recovery']),
  );
});

/** Which database holds which client is sealed: found by unlocking, once. */
async function documentOf(page: Page, label: string): Promise<string> {
  await goToClients(page);
  await page.getByRole('tab', { name: /^All/ }).click();
  const address = await page.getByRole('link', { name: label, exact: true }).getAttribute('href');
  return `soundings-doc-${address?.split('/').at(-1) ?? ''}`;
}

const rowsOf = (database: string): readonly (string | number)[] =>
  store
    .find(({ name }) => name === database)
    ?.stores.find(({ name }) => name === 'updates')
    ?.rows.map(({ key }) => key as number) ?? [];

const flipDocument = (database: string, key: string | number, at: (bytes: Buffer) => number): Store =>
  withChangedBytes(store, (place, bytes) =>
    place.database === database && place.store === 'updates' && place.key === key
      ? flipByte(bytes, at(bytes))
      : null,
  );

/** Where the blob begins within a row: its magic. */
const blobAt = (bytes: Buffer): number => bytes.indexOf('SNDG');

test('documents: what is damaged is marked on the page, in the list and in Settings, and a backup heals it', async ({
  page,
  app,
  watch,
}) => {
  await putVault(page, app, store);
  await unlock(page, about.passphrase);
  const birch = await documentOf(page, 'Birch 01');
  const heron = await documentOf(page, 'Heron 02');
  const [snapshot, edit] = rowsOf(birch);
  const [first] = rowsOf(heron);
  if (snapshot === undefined || edit === undefined || first === undefined)
    throw new Error('the fixture has other rows');

  const cases: readonly (readonly [what: string, label: string, databases: Store])[] = [
    ['a snapshot’s header', 'Birch 01', flipDocument(birch, snapshot, (bytes) => blobAt(bytes) + 40)],
    ['a snapshot’s ciphertext', 'Birch 01', flipDocument(birch, snapshot, (bytes) => blobAt(bytes) + 300)],
    ['an edit’s ciphertext', 'Birch 01', flipDocument(birch, edit, (bytes) => blobAt(bytes) + 150)],
    ['an edit’s epoch', 'Birch 01', flipDocument(birch, edit, (bytes) => blobAt(bytes) + 45)],
    ['a row’s first byte', 'Birch 01', flipDocument(birch, edit, () => 0)],
    ['a row’s length', 'Heron 02', flipDocument(heron, first, (bytes) => blobAt(bytes) - 1)],
    ['the last row is gone', 'Birch 01', withoutRows(store, birch, 'updates', [edit])],
    [
      'half of the rows are gone',
      'Heron 02',
      withoutRows(store, heron, 'updates', rowsOf(heron).slice(0, rowsOf(heron).length / 2)),
    ],
    ['all rows are gone', 'Heron 02', withoutRows(store, heron, 'updates', 'all')],
    ['its database is gone', 'Heron 02', store.filter(({ name }) => name !== heron)],
  ];
  for (const [what, label, databases] of cases) {
    await calmly(watch, what, async () => {
      await putVault(page, app, databases);
      await unlock(page, about.passphrase);
      expect(await checkNothingWrong(page, clientOf(label))).toBe('said to be not whole');
      await goToClients(page);
      await expect(page.getByRole('row').filter({ hasText: label }), 'the list marks it').toContainText(
        'Not whole',
        { timeout: 15_000 },
      );
      const other = clientOf(label === 'Birch 01' ? 'Heron 02' : 'Birch 01');
      await checkListed(page, other);
      await checkPage(page, other);
      await goToSettings(page, 'Damage and log');
      await expect(page.getByRole('rowheader', { name: label }).first()).toBeVisible();
      await takeBackupIn(page);
      await lock(page);
      await unlock(page, about.passphrase);
      await checkListed(page, clientOf(label));
      await checkPage(page, clientOf(label));
      await goToSettings(page, 'Damage and log');
      await expect(
        page.getByText('Nothing is damaged or set aside.'),
        'healed, it leaves the list',
      ).toBeVisible();
      await expect(
        page.getByRole('rowheader', { name: 'A damaged or missing piece came back' }).first(),
      ).toBeVisible();
    });
  }
});

test('a record that is short is accepted as it is: it counts as whole, the log says so, and it can be written', async ({
  page,
  app,
}) => {
  await putVault(page, app, store);
  await unlock(page, about.passphrase);
  const birch = await documentOf(page, 'Birch 01');
  const edit = rowsOf(birch)[1];
  if (edit === undefined) throw new Error('the fixture has other rows');
  await putVault(page, app, withoutRows(store, birch, 'updates', [edit]));
  await unlock(page, about.passphrase);
  await openClient(page, 'Birch 01');
  await expect(page.getByText('This record is not whole')).toBeVisible();
  await goToSettings(page, 'Damage and log');
  const accept = page.getByRole('button', { name: 'Accept what is here of Birch 01' });
  await accept.click();
  const asked = page.getByRole('alertdialog', { name: 'Birch 01: go on with what is here?' });
  await expectAccessible(page, 'accepting a loss');
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await expect(accept).toBeVisible();
  await accept.click();
  await asked.getByRole('button', { name: 'Accept what is here' }).click();
  await expect(page.getByText('Nothing is damaged or set aside.')).toBeVisible();
  await openClient(page, 'Birch 01');
  await expect(page.getByText('This record is not whole')).toHaveCount(0);
  await addTotal(page, 'PHQ-9', '2026-06-01', 7);
  await lock(page);
  await unlock(page, about.passphrase);
  await openClient(page, 'Birch 01');
  await expect(page.getByRole('row', { name: /1 Jun 2026 PHQ-9 7\b/ })).toBeVisible();
  await expect(page.getByText('This record is not whole')).toHaveCount(0);
  await goToSettings(page, 'Damage and log');
  await expect(
    page.getByRole('rowheader', { name: 'A record accepted as it is, without what is missing' }),
  ).toBeVisible();
});

async function takeBackupIn(page: Page): Promise<void> {
  await goToSettings(page, 'Backup and export');
  const file = { name: 'a.soundings-backup', mimeType: 'application/octet-stream', buffer: backupV1() };
  await page.getByLabel('Choose the file').setInputFiles(file);
  await expect(page.getByText(/^(Taken in:|Everything in this backup is here already)/)).toBeVisible({
    timeout: 30_000,
  });
}

test('the list of clients itself: nobody is dropped, it is said, and a backup heals it', async ({
  page,
  app,
  watch,
}) => {
  await putVault(page, app, store);
  await unlock(page, about.passphrase);
  const known = new Set<string>();
  for (const { label } of about.clients) known.add(await documentOf(page, label));
  const directory = store.find(({ name }) => name.startsWith('soundings-doc-') && !known.has(name));
  if (!directory) throw new Error('the fixture has no directory');
  const [row] = rowsOf(directory.name);
  if (row === undefined) throw new Error('the directory has no rows');
  const cases: readonly (readonly [string, Store])[] = [
    ['ciphertext flipped', flipDocument(directory.name, row, (bytes) => blobAt(bytes) + 200)],
    ['row flipped', flipDocument(directory.name, row, () => 0)],
    ['directory deleted', store.filter(({ name }) => name !== directory.name)],
  ];
  for (const [what, databases] of cases) {
    await calmly(watch, what, async () => {
      await putVault(page, app, databases);
      await unlock(page, about.passphrase);
      for (const client of about.clients) await checkListed(page, client);
      await checkPage(page, clientOf('Heron 02'));
      await goToSettings(page, 'Damage and log');
      await expect(page.getByRole('rowheader', { name: 'The list of clients' }).first()).toBeVisible();
      await takeBackupIn(page);
      // The practice goes on with the list that took the place of the damaged one; so does the next unlock.
      await goToClients(page);
      for (const client of about.clients) await checkListed(page, client);
      await lock(page);
      await unlock(page, about.passphrase);
      await checkWhole(page, about);
    });
  }
});

test('backups: cut short, flipped, of another vault, from later code: refused with a sentence, and nothing is changed', async ({
  page,
  app,
  watch,
}) => {
  const whole = backupV1();
  await putVault(page, app, store);
  await unlock(page, about.passphrase);
  await goToSettings(page, 'Backup and export');
  const cases: readonly (readonly [string, Buffer, RegExp])[] = [
    ['empty', Buffer.alloc(0), /not a Soundings backup|ends too early/],
    ['cut in its first bytes', whole.subarray(0, 20), /not a Soundings backup|ends too early/],
    ['cut in the middle', whole.subarray(0, whole.length >> 1), /ends too early/],
    ['without its last byte', whole.subarray(0, -1), /ends too early|is damaged/],
    ['a flipped byte', flipByte(whole, whole.length >> 1), /is damaged/],
    ['of another vault', await ofAnotherVault(whole), /belong to different vaults/],
    ['from later code', ofLaterCode(whole), /made by a newer version of Soundings/],
    ['a photograph', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /not a Soundings backup/],
  ];
  for (const [what, buffer, says] of cases) {
    await calmly(watch, what, async () => {
      const file = { name: 'a.soundings-backup', mimeType: 'application/octet-stream', buffer };
      await page.getByLabel('Choose the file').setInputFiles(file);
      await expect(page.getByText('Nothing was changed')).toBeVisible({ timeout: 30_000 });
      await expect(page.getByRole('main')).toContainText(says);
      await page.reload();
      await unlock(page, about.passphrase);
      await goToSettings(page, 'Backup and export');
    });
  }
  await goToClients(page);
  await checkListed(page, clientOf('Birch 01'));
  await checkPage(page, clientOf('Birch 01'));
});
