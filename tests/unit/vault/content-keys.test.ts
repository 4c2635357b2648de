import { expect, test } from 'vitest';
import { contentKeysOf, type DocumentRef } from '../../../src/sync/vault/content-keys.ts';
import { directoryDocIdOf, type DocId, type EpochId } from '../../../src/sync/vault/ids.ts';
import { withoutClientKey } from '../../../src/sync/vault/key-bundle.ts';
import type { Keyring } from '../../../src/sync/vault/keyring.ts';
import { deriveBytes, PURPOSES } from '../../../src/sync/vault/purposes.ts';
import { openBytes, sealBytes } from '../../../src/sync/vault/seal.ts';
import { toHex } from '../../../src/sync/vault/text.ts';
import { aKeyring, anId } from './a-vault.ts';
import { seededRandom } from './seeded-random.ts';

const clientDocId = anId<DocId>(1);

async function everyKey(keyring: Keyring): Promise<Map<string, CryptoKey | null>> {
  const keys = contentKeysOf(keyring);
  const [first, second] = keyring.epochs.map(({ id }) => id) as [EpochId, EpochId];
  const directory: DocumentRef = { kind: 'directory', docId: await directoryDocIdOf(keyring.vaultId) };
  const client: DocumentRef = { kind: 'client', docId: clientDocId };
  const secret: DocumentRef = { kind: 'private', docId: anId<DocId>(9), clientDocId };
  return new Map<string, CryptoKey | null>([
    ['directory', await keys.blobKey(directory, first)],
    ['directory, next epoch', await keys.blobKey(directory, second)],
    ['client', await keys.blobKey(client, first)],
    ['client, next epoch', await keys.blobKey(client, second)],
    ['another client', await keys.blobKey({ kind: 'client', docId: anId<DocId>(2) }, first)],
    ['private', await keys.blobKey(secret, first)],
    ['private under the client’s id', await keys.blobKey({ ...secret, docId: clientDocId }, first)],
    ['client quarantine', await keys.quarantineKey(client, first)],
    ['directory quarantine', await keys.quarantineKey(directory, first)],
    ['series', await keys.seriesKey(clientDocId, first)],
    ['name', await keys.clientNameKey(clientDocId)],
    ['summaries', await keys.summariesKey()],
    ['audit', await keys.vaultWideKey('audit', first)],
    ['preferences', await keys.vaultWideKey('preferences', first)],
    ['backup', await keys.vaultWideKey('backup', first)],
    ['mailbox', await keys.vaultWideKey('mailbox', first)],
    ['client keys', await keys.vaultWideKey('client-keys', first)],
    ['device name', await keys.deviceNameKey(keyring.device.id, first)],
  ]);
}

test('every purpose, document, client and epoch has a key of its own, and none can be exported', async () => {
  const named = [...(await everyKey(await aKeyring()))];
  const plain = new Uint8Array([1]);
  const sealed = await Promise.all(
    named.map(async ([, key]) => key && (await sealBytes(key, plain, new Uint8Array(), seededRandom(1)))),
  );
  // The same nonce and text under every key: all different means all keys differ.
  expect(new Set(sealed.map((bytes) => bytes && toHex(bytes))).size).toBe(named.length);
  for (const [name, key] of named) {
    expect(key?.extractable, name).toBe(false);
    if (key) await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  }
});

test('the same keyring derives the same keys on another device', async () => {
  const [here, there] = await Promise.all([everyKey(await aKeyring()), everyKey(await aKeyring())]);
  for (const [name, key] of here) {
    const other = there.get(name);
    if (!key || !other) throw new Error(`no key for ${name}`);
    const sealed = await sealBytes(key, new Uint8Array([7]), new Uint8Array(), seededRandom(1));
    expect(await openBytes(other, sealed, new Uint8Array())).toEqual(new Uint8Array([7]));
  }
});

test('without its key a client is closed: blobs, name, series, private notes; other clients are not', async () => {
  const keys = contentKeysOf(withoutClientKey(await aKeyring(), clientDocId));
  const [epoch] = (await aKeyring()).epochs;
  const epochId = epoch?.id as EpochId;
  expect(await keys.blobKey({ kind: 'client', docId: clientDocId }, epochId)).toBeNull();
  expect(await keys.blobKey({ kind: 'private', docId: anId<DocId>(9), clientDocId }, epochId)).toBeNull();
  expect(await keys.seriesKey(clientDocId, epochId)).toBeNull();
  expect(await keys.clientNameKey(clientDocId)).toBeNull();
  expect(await keys.privateDocIdOf(clientDocId)).toBeNull();
  expect(await keys.checkInSeed(clientDocId, new Uint8Array(16))).toBeNull();
  expect(await keys.blobKey({ kind: 'client', docId: anId<DocId>(2) }, epochId)).not.toBeNull();
});

test('an unknown epoch has no key', async () => {
  const keys = contentKeysOf(await aKeyring());
  expect(
    await keys.blobKey({ kind: 'client', docId: clientDocId }, anId<DocId>(8) as string as EpochId),
  ).toBeNull();
  expect(await keys.vaultWideKey('audit', anId<DocId>(8) as string as EpochId)).toBeNull();
});

test('two devices name a client’s private document alike, and no other client’s so', async () => {
  const [here, there] = [contentKeysOf(await aKeyring()), contentKeysOf(await aKeyring())];
  const id = await here.privateDocIdOf(clientDocId);
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(await there.privateDocIdOf(clientDocId)).toBe(id);
  expect(await here.privateDocIdOf(anId<DocId>(2))).not.toBe(id);
});

test('each check-in has its own seed', async () => {
  const keys = contentKeysOf(await aKeyring());
  const seeds = await Promise.all(
    [1, 2].map((n) => keys.checkInSeed(clientDocId, new Uint8Array(16).fill(n))),
  );
  expect(seeds[0]).not.toEqual(seeds[1]);
  await expect(keys.checkInSeed(clientDocId, new Uint8Array(15))).rejects.toThrow(RangeError);
});

test('no two purposes give the same bytes', async () => {
  const derived = await Promise.all(PURPOSES.map((purpose) => deriveBytes(new Uint8Array(32), purpose)));
  expect(new Set(derived.map(toHex)).size).toBe(PURPOSES.length);
});
