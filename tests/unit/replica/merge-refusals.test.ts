// Taking in a backup of which some records cannot be taken in: the others come in, and each that is left out is named.
import { describe, expect, test } from 'vitest';
import { collectBackup, pieceName, type BackupFiles } from '../../../src/sync/replica/backup-files.ts';
import { mergeBackup } from '../../../src/sync/replica/merge-backup.ts';
import { restoreVault } from '../../../src/sync/replica/restore-vault.ts';
import type { VaultSession } from '../../../src/sync/replica/vault-session.ts';
import {
  addScore,
  aDevice,
  aVault,
  clientId,
  flipped,
  tamperWithBlobs,
  totals,
  unlocked,
} from './a-practice.ts';
import { fillDisk } from './full-disk.ts';

const otherId = 'ff112233445566778899aabbccddeeff';

/** Two devices of one vault; the second has a score of each client that the first one lacks. */
async function twoDevices() {
  const first = await aVault();
  await first.session.keyring.addClientKeys([clientId, otherId]);
  await addScore(first.session, 1, { enteredTotal: 21 });
  const { files } = await collectBackup(first.session);
  const second = aDevice();
  const restored = await restoreVault(second.door, files, first.words.join(' '), 'other words now');
  if (restored.kind !== 'restored') throw new Error(restored.reason);
  await addScore(restored.session, 2, { enteredTotal: 14 });
  await addScore(restored.session, 3, { enteredTotal: 5 }, otherId);
  return { first, second, session: restored.session };
}

/** Which piece of a backup holds a client: the directory is the first. */
const pieceOf = (session: VaultSession, id: string): string =>
  pieceName(1 + [...session.deps.keys.keyring.clientKeys.keys()].findIndex((docId) => docId === id));

describe('a backup with one piece that is not what was written', () => {
  test('brings in the others, and says which was left out', async () => {
    const { first, session } = await twoDevices();
    const { files } = await collectBackup(session);
    const name = pieceOf(session, clientId);
    const damaged: BackupFiles = new Map(files).set(name, flipped(files.get(name) ?? new Uint8Array(), 100));
    expect(await mergeBackup(first.session, damaged)).toMatchObject({
      kind: 'merged',
      documents: 2,
      newBlobs: 1,
      docIds: [otherId],
      refused: [{ docId: clientId, why: 'damaged' }],
    });
    expect(await totals(first.session), 'stays as it was').toEqual([21]);
    expect(await totals(first.session, otherId)).toEqual([5]);
    expect((await first.session.audit.read()).events[0]?.what).toBe('backup-merged');
  });
});

test('a backup with a blob that nobody of ours signed brings in the others', async () => {
  const { first, second, session } = await twoDevices();
  await session.close();
  await tamperWithBlobs(second, clientId, (blobs) => {
    const last = blobs.get(blobs.length - 1);
    blobs.delete(blobs.length - 1, 1);
    blobs.push([flipped(last, last.length - 1)]);
  });
  const reopened = await second.door.unlock('other words now');
  if (reopened.kind !== 'open') throw new Error(reopened.kind);
  const { files } = await collectBackup(reopened.session);
  expect(await mergeBackup(first.session, files)).toMatchObject({
    kind: 'merged',
    refused: [{ docId: clientId, why: 'bad-blob' }],
  });
  expect(await totals(first.session)).toEqual([21]);
  expect(await totals(first.session, otherId)).toEqual([5]);
});

test('a damaged record for which the backup has no record either is left out, not thrown about', async () => {
  const { first, session } = await twoDevices();
  const { files } = await collectBackup(session);
  await first.session.close();
  await tamperWithBlobs(first, clientId, (blobs) => {
    const blob = blobs.get(0);
    blobs.delete(0, 1);
    blobs.push([flipped(blob, blob.length >> 1)]);
  });
  const reopened = await unlocked(first);
  const name = pieceOf(session, clientId);
  const damaged = new Map(files).set(name, new Uint8Array(10));
  expect(await mergeBackup(reopened, damaged)).toMatchObject({
    kind: 'merged',
    refused: [{ docId: clientId, why: 'damaged' }],
  });
});

test('without room nothing is called taken in', async () => {
  const { first, session } = await twoDevices();
  const { files } = await collectBackup(session);
  await first.session.close();
  const reopened = await unlocked(first);
  const disk = fillDisk(first.ports.tables, ['markDirty', 'appendAudit']);
  expect(await mergeBackup(reopened, files)).toMatchObject({ kind: 'refused', reason: 'not-saved' });
  disk.free();
  expect(await mergeBackup(reopened, files)).toMatchObject({ kind: 'merged', newBlobs: 2, refused: [] });
});
