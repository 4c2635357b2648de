import { describe, expect, test } from 'vitest';
import { concatBytes } from '../../../src/sync/vault/bytes.ts';
import { contentKeysOf } from '../../../src/sync/vault/content-keys.ts';
import type { DocId, SessionId } from '../../../src/sync/vault/ids.ts';
import { sign, signingKey, verifyingKey } from '../../../src/sync/vault/key-pairs.ts';
import {
  blobSignatureIsValid,
  findBlobHeaders,
  isBlobOfNewerVersion,
  openBlob,
  readBlobHeader,
  sealBlob,
  type BlobHeader,
} from '../../../src/sync/vault/sealed-blob.ts';
import { toUtf8 } from '../../../src/sync/vault/text.ts';
import { aKeyring, anId } from './a-vault.ts';
import { flippedCopies, seededRandom } from './seeded-random.ts';

async function aBlob(kind: BlobHeader['kind'] = 'edits', plain: Uint8Array = toUtf8('typed words')) {
  const keyring = await aKeyring();
  const [epoch] = keyring.epochs;
  if (epoch === undefined) throw new Error('a keyring has an epoch');
  const docId = anId<DocId>(1);
  const key = await contentKeysOf(keyring).blobKey({ kind: 'client', docId }, epoch.id);
  const publicKey = await verifyingKey(keyring.device.ed25519PublicKey);
  if (key === null || publicKey === null) throw new Error('the keys are here');
  const header: BlobHeader = {
    kind,
    vaultId: keyring.vaultId,
    docId,
    epochId: epoch.id,
    deviceId: keyring.device.id,
    sessionId: anId<SessionId>(2),
    seq: 41,
  };
  const signing = await signingKey(keyring.device.ed25519Seed);
  const bytes = await sealBlob(header, plain, key, signing, seededRandom(6));
  return { header, plain, key, publicKey, signing, bytes };
}

describe('a sealed blob', () => {
  test('says where it belongs, is signed by its device, and opens', async () => {
    for (const kind of ['edits', 'snapshot'] as const) {
      const { header, plain, key, publicKey, bytes } = await aBlob(kind);
      expect(readBlobHeader(bytes)).toEqual(header);
      expect(await blobSignatureIsValid(bytes, publicKey)).toBe(true);
      expect(await openBlob(bytes, key)).toEqual(plain);
    }
  });

  test('the smallest has 438 bytes, and everything up to 252 bytes looks the same', async () => {
    expect((await aBlob('edits', new Uint8Array())).bytes.length).toBe(438);
    expect((await aBlob('edits', new Uint8Array(252))).bytes.length).toBe(438);
    expect((await aBlob('edits', new Uint8Array(253))).bytes.length).toBe(454);
  });

  test('a flipped byte anywhere breaks the signature', async () => {
    const { bytes, publicKey } = await aBlob();
    for (const [copy, at] of flippedCopies(bytes)) {
      expect(await blobSignatureIsValid(copy, publicKey), `byte ${at}`).toBe(false);
    }
  });

  test('a flipped byte in header, nonce, text or tag does not open, whoever signs it again', async () => {
    const { bytes, key, signing, publicKey } = await aBlob();
    for (const [copy, at] of flippedCopies(bytes.subarray(0, -64))) {
      const forged = concatBytes(copy, await sign(signing, copy));
      expect(await openBlob(forged, key), `byte ${at}`).toBeNull();
      if (at > 5) expect(await blobSignatureIsValid(forged, publicKey)).toBe(true);
    }
  });

  test('cut short or lengthened it is no blob', async () => {
    const { bytes, key } = await aBlob();
    for (let length = 0; length < bytes.length; length++) {
      const cut = bytes.subarray(0, length);
      expect(readBlobHeader(cut)).toBeNull();
      if (length % 50 === 0) expect(await openBlob(cut, key)).toBeNull();
    }
    expect(readBlobHeader(concatBytes(bytes, new Uint8Array(1)))).toBeNull();
  });

  test('is found in whatever bytes it lies among, also when its end is cut off', async () => {
    const { header, bytes } = await aBlob();
    const { header: other, bytes: snapshot } = await aBlob('snapshot');
    const among = concatBytes(toUtf8('SND SNDG'), bytes, new Uint8Array(3), snapshot.subarray(0, 200));
    expect(findBlobHeaders(among)).toEqual([header, other]);
    expect(findBlobHeaders(bytes.subarray(0, 89)), 'not even its header is whole').toEqual([]);
    expect(findBlobHeaders(new Uint8Array(0))).toEqual([]);
  });

  test('a blob of a later version is told apart from rubbish', async () => {
    const { bytes } = await aBlob();
    const newer = bytes.slice();
    newer[5] = 2;
    expect(readBlobHeader(newer)).toBeNull();
    expect(isBlobOfNewerVersion(newer)).toBe(true);
    expect(isBlobOfNewerVersion(bytes)).toBe(false);
    expect(isBlobOfNewerVersion(new Uint8Array(500))).toBe(false);
  });
});
