import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBundle, writeBundle, type Digest } from '../../../src/exchange/backup-bundle.ts';
import { noPause } from '../../unit/exchange/import-kit.ts';

const digest: Digest = (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest());
const meta = { vaultId: 'vault-1', createdAt: '2026-02-01T09:00:00.000Z' };
const name = fc.stringMatching(/^[a-z0-9]{1,12}(\/[a-z0-9]{1,12}\.blob)?$/);
const someFiles = fc.dictionary(name, fc.uint8Array({ maxLength: 200 }), {
  maxKeys: 6,
  noNullPrototype: true,
});

async function bundleOf(files: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  const written = await writeBundle(new Map(Object.entries(files)), meta, digest, noPause);
  if (written.kind !== 'written') throw new Error(written.kind);
  return written.bytes;
}

test('what was put in comes out', async () => {
  await fc.assert(
    fc.asyncProperty(someFiles, async (files) => {
      const opened = await readBundle(await bundleOf(files), digest, noPause);
      expect(opened.kind === 'bundle' && new Map(opened.files)).toEqual(new Map(Object.entries(files)));
    }),
    { numRuns: 50 },
  );
});

test('any one flipped bit is refused', async () => {
  await fc.assert(
    fc.asyncProperty(someFiles, fc.nat(), fc.integer({ min: 0, max: 7 }), async (files, place, bit) => {
      const bytes = await bundleOf(files);
      const at = place % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      expect((await readBundle(bytes, digest, noPause)).kind).toBe('refused');
    }),
    { numRuns: 300 },
  );
});

test('every byte of one bundle, flipped in turn, is refused, and so is every shorter copy of it', async () => {
  const bytes = await bundleOf({ a: new Uint8Array([1, 2, 3]), 'documents/b.blob': new Uint8Array(20) });
  for (let at = 0; at < bytes.length; at++) {
    const flipped = bytes.slice();
    flipped[at] = (flipped[at] ?? 0) ^ 0xff;
    expect((await readBundle(flipped, digest, noPause)).kind, `byte ${at}`).toBe('refused');
    expect((await readBundle(bytes.slice(0, at), digest, noPause)).kind, `cut at ${at}`).toBe('refused');
  }
});

test('arbitrary bytes never crash the reader', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      expect((await readBundle(bytes, digest, noPause)).kind).toBe('refused');
    }),
  );
});
