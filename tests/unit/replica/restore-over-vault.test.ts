// The sheet and a backup over a vault that is still here (K3): nothing that is here is written over unread or unnoticed.
import { expect, test } from 'vitest';
import { collectBackup } from '../../../src/sync/replica/backup-files.ts';
import { isWhole } from '../../../src/sync/replica/document-health.ts';
import { restoreVault } from '../../../src/sync/replica/restore-vault.ts';
import type { VaultSession } from '../../../src/sync/replica/vault-session.ts';
import { rawRows } from '../store/fake-disk.ts';
import { aVaultOnDisk, damageRow, failNextOpening } from './a-disk.ts';
import {
  addScore,
  aDevice,
  aVault,
  clientId,
  flipped,
  settle,
  tamperWithBlobs,
  totals,
  unlocked,
} from './a-practice.ts';
import { fillDisk } from './full-disk.ts';

const reasons = async (session: VaultSession) =>
  (await session.quarantine()).map(({ reason }) => reason).sort();

async function restored(...asked: Parameters<typeof restoreVault>): Promise<VaultSession> {
  const outcome = await restoreVault(...asked);
  if (outcome.kind !== 'restored') throw new Error(`${outcome.reason} ${outcome.where ?? ''}`);
  return outcome.session;
}

/** A score in the backup, and another one since. */
async function newerThanItsBackup() {
  const device = await aVaultOnDisk();
  await addScore(device.session, 1, { enteredTotal: 21 });
  const { files } = await collectBackup(device.session);
  await addScore(device.session, 2, { enteredTotal: 14 });
  return { device, files };
}

test('a record that cannot be opened is not written over: the restore is refused, and tried again it keeps everything', async () => {
  const { device, files } = await newerThanItsBackup();
  await device.session.close();
  const before = await rawRows(clientId);
  failNextOpening(clientId);
  expect(await restoreVault(device.door, files, device.words, 'other words now')).toMatchObject({
    kind: 'refused',
    reason: 'not-saved',
    where: 'cannot-open',
  });
  expect(await rawRows(clientId)).toEqual(before);
  expect(await totals(await restored(device.door, files, device.words, 'other words now'))).toEqual([21, 14]);
});

test('a damaged row is set aside before its record is written anew', async () => {
  const { device, files } = await newerThanItsBackup();
  await settle(device.session);
  await device.session.close();
  await damageRow(clientId, 2);
  const session = await restored(device.door, files, device.words, 'other words now');
  expect(await reasons(session), 'before anybody opens it').toEqual(['damaged-row', 'missing']);
  expect(await totals(session)).toEqual([21]);
  expect(isWhole((await session.openClient(clientId)).health)).toBe(false);
});

test('without room for what has to be set aside nothing is written', async () => {
  const { device, files } = await newerThanItsBackup();
  await device.session.close();
  await damageRow(clientId, 2);
  const before = await rawRows(clientId);
  fillDisk(device.ports.tables, ['addQuarantine']);
  expect(await restoreVault(device.door, files, device.words, 'other words now')).toMatchObject({
    kind: 'refused',
    reason: 'not-saved',
  });
  expect(await rawRows(clientId)).toEqual(before);
});

test('a compaction made here takes nothing of the backup along when its snapshot is damaged', async () => {
  const device = await aVault();
  const { session } = device;
  await session.keyring.addClientKeys([clientId]);
  await addScore(session, 1, { enteredTotal: 21 });
  const { files } = await collectBackup(session);
  const document = await session.openClient(clientId);
  await document.compact({ always: true });
  await session.release(document);
  await session.close();
  await tamperWithBlobs(device, clientId, (blobs) => {
    const snapshot = blobs.get(0);
    blobs.delete(0, 1);
    blobs.push([flipped(snapshot, snapshot.length >> 1)]);
  });
  expect(await totals(await restored(device.door, files, device.words.join(' '), 'other words now'))).toEqual(
    [21],
  );
});

test('a restore that is stopped half-way leaves no record looking short', async () => {
  const device = await aVault();
  await device.session.keyring.addClientKeys([clientId]);
  await addScore(device.session, 1, { enteredTotal: 21 });
  const { files } = await collectBackup(device.session);
  await settle(device.session);
  await device.session.close();
  const words = device.words.join(' ');
  const elsewhere = await restored(aDevice().door, files, words, 'other words now');
  await addScore(elsewhere, 3, { enteredTotal: 7 });
  const { files: later } = await collectBackup(elsewhere);
  // Killed when the last document has just been written.
  const { documents } = device.ports;
  const replace = documents.replace.bind(documents);
  documents.replace = async (docId, update) => {
    const status = await replace(docId, update);
    if (docId === clientId) throw new Error('killed');
    return status;
  };
  await expect(restoreVault(device.door, later, words, 'other words now')).rejects.toThrow('killed');
  documents.replace = replace;
  const session = await unlocked(device);
  expect(await totals(session)).toEqual([21, 7]);
  expect((await session.openClient(clientId)).health).toMatchObject({ isShort: false, isIncomplete: false });
  expect(await reasons(session)).toEqual([]);
});

test('without room for the marks nothing is written', async () => {
  const { device, files } = await newerThanItsBackup();
  await device.session.close();
  const before = await rawRows(clientId);
  fillDisk(device.ports.tables, ['markDirty']);
  expect(await restoreVault(device.door, files, device.words, 'other words now')).toMatchObject({
    kind: 'refused',
    reason: 'not-saved',
    where: 'quota',
  });
  expect(await rawRows(clientId)).toEqual(before);
});

test('the sheet alone hides no loss', async () => {
  const { device } = await newerThanItsBackup();
  await settle(device.session);
  await device.session.close();
  const [first] = await rawRows(clientId);
  await device.ports.documents.replace(clientId, first as Uint8Array);
  const session = await restored(device.door, null, device.words, 'other words now');
  expect(await totals(session)).toEqual([21]);
  expect((await session.openClient(clientId)).health.isShort).toBe(true);
  expect(await reasons(session)).toEqual(['missing']);
});

test('a backup that holds what is missing here makes the record whole', async () => {
  const { device } = await newerThanItsBackup();
  const { files: newer } = await collectBackup(device.session);
  await settle(device.session);
  await device.session.close();
  const [first] = await rawRows(clientId);
  await device.ports.documents.replace(clientId, first as Uint8Array);
  const session = await restored(device.door, newer, device.words, 'other words now');
  expect(await totals(session)).toEqual([21, 14]);
  expect(await reasons(session)).toEqual([]);
  expect(isWhole((await session.openClient(clientId)).health)).toBe(true);
});

test('the backup of another vault is refused also where the keyring for the sheet is damaged here', async () => {
  const here = await aVault();
  await here.session.keyring.addClientKeys([clientId]);
  await addScore(here.session, 1, { enteredTotal: 21 });
  await here.session.close();
  const kept = await here.ports.tables.readSlot('keyring-recovery');
  if (!kept) throw new Error('no sheet');
  await here.ports.tables.writeSlots({ 'keyring-recovery': flipped(kept, 100) });
  const other = await aVault();
  const { files } = await collectBackup(other.session);
  expect(await restoreVault(here.door, files, other.words.join(' '), 'other words now')).toMatchObject({
    kind: 'refused',
    reason: 'other-vault',
  });
  expect(await totals(await unlocked(here))).toEqual([21]);
});
