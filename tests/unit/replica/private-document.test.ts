// Psychotherapy notes lie in a document of their own (VAULT K4, K5, P7): it travels with backups and goes with its client.
import { describe, expect, test } from 'vitest';
import { collectBackup } from '../../../src/sync/replica/backup-files.ts';
import { isWhole } from '../../../src/sync/replica/document-health.ts';
import { eraseClient } from '../../../src/sync/replica/erase-client.ts';
import { mergeBackup } from '../../../src/sync/replica/merge-backup.ts';
import { restoreVault } from '../../../src/sync/replica/restore-vault.ts';
import type { VaultSession } from '../../../src/sync/replica/vault-session.ts';
import { addScore, aDevice, aVault, clientId, flipped, tamperWithBlobs, unlocked } from './a-practice.ts';

const otherClient = 'ff112233445566778899aabbccddeeff';
const derivation = new Uint8Array(1);

async function write(session: VaultSession, words: string, id = clientId): Promise<string> {
  const document = await session.openPrivate(id);
  document.inner.getText('private/x').insert(0, words);
  expect((await document.flush()).kind).toBe('saved');
  await session.release(document);
  return document.docId;
}

async function wordsOf(session: VaultSession, id = clientId): Promise<string> {
  const document = await session.openPrivate(id);
  const words = document.inner.getText('private/x').toJSON();
  await session.release(document);
  return words;
}

async function aVaultWithClients() {
  const device = await aVault();
  await device.session.keyring.addClientKeys([clientId, otherClient]);
  await addScore(device.session, 1);
  await addScore(device.session, 1, {}, otherClient);
  return device;
}

describe('a private document', () => {
  test('is made when something is written in it, and not when somebody looks', async () => {
    const { session, ports } = await aVaultWithClients();
    expect(await wordsOf(session)).toBe('');
    expect((await ports.documents.list()).length).toBe(2);
    expect(await session.writtenPrivates()).toEqual([]);
    const id = await write(session, 'heron');
    expect(await ports.documents.list()).toContain(id);
    expect(await session.writtenPrivates()).toEqual([id]);
    expect(await wordsOf(session, otherClient)).toBe('');
  });

  test('is there after the next unlock, and is known as its client’s without being opened', async () => {
    const device = await aVaultWithClients();
    const id = await write(device.session, 'heron');
    await device.session.close();
    const again = await unlocked(device);
    expect(await again.ownerOf(id)).toEqual({ clientId, isPrivate: true });
    expect(await again.ownerOf(otherClient)).toEqual({ clientId: otherClient, isPrivate: false });
    expect(await again.ownerOf(again.directoryId)).toBeNull();
    expect(await wordsOf(again)).toBe('heron');
    expect((await again.openDocument(id)).inner.getText('private/x').toJSON()).toBe('heron');
  });

  test('is not in the client’s document, and opens under no key of it', async () => {
    const { session } = await aVaultWithClients();
    const id = await write(session, 'heron');
    const client = await session.openClient(clientId);
    expect([...client.inner.share.keys()]).not.toContain('private/x');
    const asClient = await session.openClient(id);
    expect(asClient.inner.getText('private/x').toJSON()).toBe('');
    expect(asClient.health.late).toBe(1);
  });

  test('is clean once its head is committed', async () => {
    const { session, ports } = await aVaultWithClients();
    const id = await write(session, 'heron');
    expect(await session.dirtyDocuments()).toContain(id);
    await session.commitPrivates(derivation);
    expect(await session.dirtyDocuments()).not.toContain(id);
    expect(await ports.tables.readHead(id)).not.toBeNull();
    expect(await ports.tables.readSeries(id), 'nothing is derived from it').toBeNull();
  });

  test('comes back with a backup on another device', async () => {
    const { session, words } = await aVaultWithClients();
    await write(session, 'heron');
    const collected = await collectBackup(session);
    expect(collected).toMatchObject({ documents: 4, clients: 2, incomplete: 0 });
    const device = aDevice();
    const restored = await restoreVault(device.door, collected.files, words.join(' '), 'other words now');
    if (restored.kind !== 'restored') throw new Error(restored.reason);
    expect(await wordsOf(restored.session)).toBe('heron');
    const document = await restored.session.openPrivate(clientId);
    expect(isWhole(document.health)).toBe(true);
  });

  test('is in a backup with what is typed and not saved yet', async () => {
    const { session, words } = await aVaultWithClients();
    const document = await session.openPrivate(clientId);
    document.inner.getText('private/x').insert(0, 'heron');
    const { files } = await collectBackup(session);
    const restored = await restoreVault(aDevice().door, files, words.join(' '), 'other words now');
    if (restored.kind !== 'restored') throw new Error(restored.reason);
    expect(await wordsOf(restored.session)).toBe('heron');
  });

  test('written on two devices is merged, each word kept', async () => {
    const first = await aVaultWithClients();
    const before = await collectBackup(first.session);
    const device = aDevice();
    const second = await restoreVault(device.door, before.files, first.words.join(' '), 'other words now');
    if (second.kind !== 'restored') throw new Error(second.reason);
    await write(second.session, 'heron');
    await write(first.session, 'egret');
    const { files } = await collectBackup(second.session);
    expect(await mergeBackup(first.session, files)).toMatchObject({
      kind: 'merged',
      newBlobs: 1,
      refused: [],
    });
    expect(await wordsOf(first.session)).toMatch(/heronegret|egretheron/);
  });

  test('goes with its client when the client is erased, and no older backup brings it back', async () => {
    const device = await aVaultWithClients();
    const { session, ports, words } = device;
    const id = await write(session, 'heron');
    await session.commitPrivates(derivation);
    const { files } = await collectBackup(session);
    await eraseClient(session, clientId);
    const nothingLeft = async (): Promise<void> => {
      expect([...(await ports.documents.list())].sort()).toEqual([otherClient]);
      expect((await ports.tables.readHeads()).map(({ docId }) => docId)).not.toContain(id);
      expect(await ports.tables.readDirty()).not.toContain(id);
      expect(await ports.tables.readQuarantine()).toEqual([]);
    };
    await nothingLeft();
    await expect(session.openPrivate(clientId)).rejects.toThrow('no key');

    expect((await mergeBackup(session, files)).kind).toBe('merged');
    expect(await ports.documents.list()).not.toContain(id);
    await session.close();
    const restored = await restoreVault(device.door, files, words.join(' '), 'other words now');
    if (restored.kind !== 'restored') throw new Error(restored.reason);
    expect(await ports.documents.list()).not.toContain(id);
    expect(await ports.documents.list()).not.toContain(clientId);
  });

  test('open while its client is erased is closed, and keeps nothing of what is typed into it', async () => {
    const { session, ports } = await aVaultWithClients();
    const document = await session.openPrivate(clientId);
    document.inner.getText('private/x').insert(0, 'heron');
    await document.flush();
    await eraseClient(session, clientId);
    document.inner.getText('private/x').insert(0, 'egret');
    expect((await document.flush()).kind).toBe('not-saved');
    expect(await ports.documents.list()).toEqual([otherClient]);
  });

  test('that is damaged says so for its client, and a backup mends it', async () => {
    const device = await aVaultWithClients();
    const id = await write(device.session, 'heron');
    const { files } = await collectBackup(device.session);
    await device.session.close();
    await tamperWithBlobs(device, id, (blobs) => {
      const blob = blobs.get(0);
      blobs.delete(0, 1);
      blobs.push([flipped(blob, blob.length - 80)]);
    });
    const session = await unlocked(device);
    const document = await session.openPrivate(clientId);
    expect(document.health.damaged).toBe(1);
    const [row] = await session.quarantine();
    expect(row && (await session.ownerOf(row.docId))).toEqual({ clientId, isPrivate: true });
    expect(isWhole((await session.openClient(clientId)).health), 'the record itself is whole').toBe(true);
    await session.release(document);
    expect(await mergeBackup(session, files)).toMatchObject({ kind: 'merged', docIds: [id], refused: [] });
    expect(await wordsOf(session)).toBe('heron');
    expect(await session.quarantine()).toEqual([]);
  });

  test('that is gone from the disk is missed, in a backup and when it is opened; the loss can be accepted', async () => {
    const device = await aVaultWithClients();
    const id = await write(device.session, 'heron');
    await device.session.commitPrivates(derivation);
    await device.session.close();
    await device.ports.documents.remove(id);
    const session = await unlocked(device);
    expect(await collectBackup(session)).toMatchObject({ documents: 4, incomplete: 1 });
    const document = await session.openPrivate(clientId);
    expect(document.health.isShort).toBe(true);
    expect(await session.acceptLoss(id)).toBe('accepted');
    expect(isWhole(document.health)).toBe(true);
  });
});
