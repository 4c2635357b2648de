// VAULT B5: a damaged record is replaced by a whole one from a backup, and nothing that lies here intact goes with it.
import { describe, expect, test } from 'vitest';
import { writeEntries } from '../../../src/records/client-record.ts';
import { collectBackup } from '../../../src/sync/replica/backup-files.ts';
import { isWhole } from '../../../src/sync/replica/document-health.ts';
import { mergeBackup } from '../../../src/sync/replica/merge-backup.ts';
import type { VaultSession } from '../../../src/sync/replica/vault-session.ts';
import { makeResponse } from '../records/make-entry.ts';
import { rawRows, replaceRow } from '../store/fake-disk.ts';
import { aVaultOnDisk, damageRow } from './a-disk.ts';
import { addScore, aVault, clientId, flipped, tamperWithBlobs, totals, unlocked } from './a-practice.ts';
import { fillDiskFor } from './full-disk.ts';

const reasons = async (session: VaultSession) =>
  (await session.quarantine()).map(({ reason }) => reason).sort();
const log = async (session: VaultSession) => (await session.audit.read()).events.map(({ what }) => what);

/** Four scores in a row each, backups after the first and the second; then the second row does not decode any more. */
async function aDamagedRow(damage: (docId: string) => Promise<unknown> = (docId) => damageRow(docId, 2)) {
  const device = await aVaultOnDisk();
  const { session } = device;
  await addScore(session, 1, { enteredTotal: 21 });
  const { files: older } = await collectBackup(session);
  await addScore(session, 2, { enteredTotal: 14 });
  const { files: newer } = await collectBackup(session);
  await addScore(session, 3, { enteredTotal: 7 });
  await addScore(session, 4, { enteredTotal: 5 });
  await session.close();
  await damage(clientId);
  const again = await unlocked(device);
  expect(await totals(again), 'what follows the damaged row waits for it').toEqual([21]);
  return { device, older, newer, session: again };
}

describe('a damaged row in the middle of a record', () => {
  test('is healed by a backup that holds it, and the rows behind it are all there', async () => {
    const { device, newer, session } = await aDamagedRow();
    await mergeBackup(session, newer);
    expect(await totals(session)).toEqual([21, 14, 7, 5]);
    const again = await unlocked(device);
    expect(await totals(again)).toEqual([21, 14, 7, 5]);
    expect(isWhole((await again.openClient(clientId)).health)).toBe(true);
    expect(await reasons(again)).toEqual([]);
    expect(await log(again)).toContain('damage-healed');
  });

  test('stays in the list after an older backup, and the record says that edits are missing', async () => {
    const { device, older, newer, session } = await aDamagedRow();
    await mergeBackup(session, older);
    expect(await totals(session), 'the others can be read').toEqual([21, 7, 5]);
    const again = await unlocked(device);
    expect((await again.openClient(clientId)).health.gaps).toMatchObject([{ missing: 1 }]);
    expect(await reasons(again)).toEqual(['damaged-row']);
    expect(await log(again)).not.toContain('damage-healed');
    await mergeBackup(again, newer);
    expect(await totals(again)).toEqual([21, 14, 7, 5]);
  });

  test('in which nothing can be recognised stays in the list until it is accepted', async () => {
    const { newer, session } = await aDamagedRow((docId) =>
      replaceRow(docId, 2, new Uint8Array([1, 2, 255, 255])),
    );
    await mergeBackup(session, newer);
    expect(await totals(session)).toEqual([21, 14, 7, 5]);
    expect(await reasons(session)).toEqual(['damaged-row']);
    expect(await session.acceptLoss(clientId)).toBe('accepted');
    expect(await reasons(session)).toEqual([]);
  });
});

test('a last row that is damaged after a crash stays in the list when an older backup makes the record whole', async () => {
  const device = await aVaultOnDisk();
  await addScore(device.session, 1, { enteredTotal: 21 });
  const { files: older } = await collectBackup(device.session);
  await addScore(device.session, 2, { enteredTotal: 14 });
  await device.session.close();
  await damageRow(clientId, 2);
  const session = await unlocked(device);
  await totals(session);
  await mergeBackup(session, older);
  expect(await totals(session)).toEqual([21]);
  expect(await reasons(session)).toEqual(['damaged-row']);
  expect(await log(session)).not.toContain('damage-healed');
});

test('a blob of a later version is still there after its record was mended', async () => {
  const device = await aVault();
  await device.session.keyring.addClientKeys([clientId]);
  await addScore(device.session, 1, { enteredTotal: 21 });
  await addScore(device.session, 2, { enteredTotal: 14 });
  const { files } = await collectBackup(device.session);
  await device.session.close();
  await tamperWithBlobs(device, clientId, (blobs) => {
    const blob = blobs.get(1);
    const newer = blob.map((byte, at) => (at === 5 ? 2 : byte));
    blobs.delete(1, 1);
    blobs.push([flipped(blob, blob.length >> 1), newer]);
  });
  const session = await unlocked(device);
  expect((await session.openClient(clientId)).health).toMatchObject({ damaged: 1, late: 1 });
  await mergeBackup(session, files);
  expect(await totals(session)).toEqual([21, 14]);
  expect((await session.openClient(clientId)).health).toMatchObject({ damaged: 0, late: 1 });
});

test('a backup from before a compaction brings back what the damaged snapshot held', async () => {
  const device = await aVault();
  const { session } = device;
  await session.keyring.addClientKeys([clientId]);
  await addScore(session, 1, { enteredTotal: 21 });
  await addScore(session, 2, { enteredTotal: 14 });
  const { files } = await collectBackup(session);
  const document = await session.openClient(clientId);
  expect(await document.compact({ always: true })).toEqual({ kind: 'saved' });
  await session.release(document);
  await session.close();
  await tamperWithBlobs(device, clientId, (blobs) => {
    const snapshot = blobs.get(0);
    blobs.delete(0, 1);
    blobs.push([flipped(snapshot, snapshot.length >> 1)]);
  });
  const again = await unlocked(device);
  expect(await totals(again)).toEqual([]);
  await mergeBackup(again, files);
  expect(await totals(again)).toEqual([21, 14]);
});

test('what is typed while the record is being replaced is in the one that takes its place', async () => {
  const { device, newer, session } = await aDamagedRow();
  const document = await session.openClient(clientId);
  // The last moment at which the old document still takes edits.
  const close = document.close.bind(document);
  document.close = () => {
    writeEntries(document.inner, [makeResponse(9, { enteredTotal: 3 })]);
    return close();
  };
  await mergeBackup(session, newer);
  expect(await totals(session)).toEqual([21, 14, 7, 5, 3]);
  const again = await unlocked(device);
  expect(await totals(again)).toEqual([21, 14, 7, 5, 3]);
});

test('a damaged record that finds no room is given back, and is as it was', async () => {
  const { device, newer, session } = await aDamagedRow();
  const before = await rawRows(clientId);
  const disk = fillDiskFor(device.ports.tables, clientId);
  expect(await mergeBackup(session, newer)).toMatchObject({ kind: 'refused', reason: 'not-saved' });
  expect(await rawRows(clientId)).toEqual(before);
  disk.free();
  const document = await session.openClient(clientId);
  await session.release(document);
  expect(await session.openClient(clientId), 'nobody else held it: it was closed').not.toBe(document);
});
