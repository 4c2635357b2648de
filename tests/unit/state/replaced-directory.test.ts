// A merge that puts a sound directory in the place of a damaged one: the practice goes on with the new one by itself, and a
// document that was closed never says that something is saved.
import { expect, test } from 'vitest';
import { Practice } from '../../../src/app/state/practice.svelte.ts';
import { writeSetting, readSetting } from '../../../src/records/directory.ts';
import { collectBackup } from '../../../src/sync/replica/backup-files.ts';
import { mergeBackup } from '../../../src/sync/replica/merge-backup.ts';
import {
  aVault,
  addScore,
  clientId,
  flipped,
  tamperWithBlobs,
  totals,
  unlocked,
} from '../replica/a-practice.ts';

/** Two clients and a backup; then a flipped byte in the blob that names the second. */
async function damagedDirectory() {
  const device = await aVault();
  const practice = await Practice.open(device.session);
  await practice.addClient('First');
  await practice.addClient('Second');
  const { files } = await collectBackup(device.session);
  const { directoryId } = device.session;
  await practice.close();
  await tamperWithBlobs(device, directoryId, (blobs) => {
    const blob = blobs.get(1);
    blobs.delete(1, 1);
    blobs.push([flipped(blob, blob.length >> 1)]);
  });
  return { device, files };
}

test('what is edited after the merge is there at the next unlock', async () => {
  const { device, files } = await damagedDirectory();
  const session = await unlocked(device);
  const practice = await Practice.open(session);
  const old = await practice.directory();
  expect(old.health.damaged).toBe(1);
  const during: Promise<unknown>[] = [];
  const merged = await practice.replacingDirectory(() => {
    during.push(practice.addClient('While it runs'));
    return mergeBackup(session, files);
  });
  await Promise.all(during);
  expect(merged).toMatchObject({ kind: 'merged', mustReopen: true });
  expect(await practice.directory()).not.toBe(old);
  expect(practice.directoryTrouble?.damaged ?? 0).toBe(0);
  await practice.addClient('Afterwards');
  await practice.close();
  const again = await Practice.open(await unlocked(device));
  const labels = again.clients.map(({ label }) => label).sort();
  expect(labels).toEqual(['Afterwards', 'First', 'Second', 'While it runs']);
  await again.close();
});

test('an edit of the one that was replaced is not called saved, and changes no head', async () => {
  const { device, files } = await damagedDirectory();
  const session = await unlocked(device);
  const old = await session.openDirectory();
  await mergeBackup(session, files);
  writeSetting(old.inner, 'idleLockMinutes', 3);
  const closed = { kind: 'not-saved', reason: 'closed' };
  expect(await old.flush()).toEqual(closed);
  expect(await old.retry()).toEqual(closed);
  expect(await old.takeIn(old.encodeOuter())).toEqual(closed);
  expect(await old.compact({ always: true })).toBeNull();
  const head = await device.ports.tables.readHead(session.directoryId);
  const documents = [{ document: old, revision: old.revision, series: null }];
  await session.commitDerived({ derivation: new Uint8Array(1), documents, blocks: [] });
  expect(await device.ports.tables.readHead(session.directoryId)).toEqual(head);
  expect(await session.flush()).toEqual({ kind: 'saved' });
  const present = await session.openDirectory();
  expect(present).not.toBe(old);
  expect(readSetting(present.inner, 'idleLockMinutes')).not.toBe(3);
});

test('a record that was released says so too', async () => {
  const { session } = await aVault();
  await session.keyring.addClientKeys([clientId]);
  const document = await session.openClient(clientId);
  await session.release(document);
  expect(document.status).toEqual({ kind: 'not-saved', reason: 'closed' });
  expect(session.status).toEqual({ kind: 'saved' });
  await addScore(session, 1, { enteredTotal: 21 });
  expect(await totals(session)).toEqual([21]);
});
