import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  idFromBytes,
  type DeviceId,
  type DocId,
  type EpochId,
  type SessionId,
  type VaultId,
} from '../../../src/sync/vault/ids.ts';
import { signingKey, keyPairFromSeed, verifyingKey } from '../../../src/sync/vault/key-pairs.ts';
import { deriveAesKey } from '../../../src/sync/vault/purposes.ts';
import {
  blobSignatureIsValid,
  openBlob,
  readBlobHeader,
  sealBlob,
  type BlobHeader,
} from '../../../src/sync/vault/sealed-blob.ts';
import { seededRandom } from '../../unit/vault/seeded-random.ts';

const id = fc.uint8Array({ minLength: 16, maxLength: 16 });
const header: fc.Arbitrary<BlobHeader> = fc.record({
  kind: fc.constantFrom<'edits' | 'snapshot'>('edits', 'snapshot'),
  vaultId: id.map((bytes) => idFromBytes<VaultId>(bytes)),
  docId: id.map((bytes) => idFromBytes<DocId>(bytes)),
  epochId: id.map((bytes) => idFromBytes<EpochId>(bytes)),
  deviceId: id.map((bytes) => idFromBytes<DeviceId>(bytes)),
  sessionId: id.map((bytes) => idFromBytes<SessionId>(bytes)),
  seq: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
});
const seed = new Uint8Array(32).fill(1);

test('every header and text comes back, and every change of one byte is noticed', async () => {
  const key = await deriveAesKey(seed, 'blob/client');
  const signing = await signingKey(seed);
  const publicKey = await verifyingKey((await keyPairFromSeed('Ed25519', seed)).publicKey);
  if (publicKey === null) throw new Error('a derived key is a key');
  await fc.assert(
    fc.asyncProperty(
      header,
      fc.uint8Array({ maxLength: 1500 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (head, plain, place, change) => {
        const bytes = await sealBlob(head, plain, key, signing, seededRandom(place));
        expect(readBlobHeader(bytes)).toEqual(head);
        expect(await openBlob(bytes, key)).toEqual(plain);
        const at = place % bytes.length;
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ change;
        expect(await blobSignatureIsValid(changed, publicKey)).toBe(false);
        if (at < bytes.length - 64) expect(await openBlob(changed, key)).toBeNull();
      },
    ),
    { numRuns: 60 },
  );
});

test('no bytes make the header reader throw', () => {
  const likely = fc.tuple(
    fc.constantFrom(1, 2, 3),
    fc.constantFrom(0, 1, 2),
    fc.uint8Array({ maxLength: 900 }),
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 900 }), (bytes) => void readBlobHeader(bytes)));
  fc.assert(
    fc.property(likely, ([kind, version, rest]) => {
      const bytes = new Uint8Array([0x53, 0x4e, 0x44, 0x47, kind, version, ...rest]);
      const read = readBlobHeader(bytes);
      if (kind === 3 || version !== 1) expect(read).toBeNull();
    }),
  );
});
