import { createHash } from 'node:crypto';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readBundle, writeBundle, type Digest } from '../../../src/exchange/backup-bundle.ts';
import { countedPace, noPause } from './import-kit.ts';

const digest: Digest = (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest());
const meta = { vaultId: 'vault-1', createdAt: '2026-02-01T09:00:00.000Z' };
const hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const files = new Map([
  ['header.json', strToU8('{"v":1}')],
  ['documents/0a1b.blob', Uint8Array.from({ length: 3_000_000 }, (_, index) => (index * 31) % 251)],
  ['empty', new Uint8Array(0)],
]);

async function written(of: ReadonlyMap<string, Uint8Array> = files): Promise<Uint8Array> {
  const bundle = await writeBundle(of, meta, digest, noPause);
  if (bundle.kind !== 'written') throw new Error(bundle.kind);
  return bundle.bytes;
}

/** A zip made by hand with a right tail: only its content is wrong. */
function forged(entries: Record<string, Uint8Array>, level: 0 | 9 = 0): Uint8Array {
  const zip = zipSync(entries, { level, mtime: new Date(2000, 0, 1) });
  new DataView(zip.buffer, zip.byteOffset).setUint16(zip.length - 2, 81, true);
  return Buffer.concat([zip, strToU8(`soundings-sha256:${hex(zip)}`)]);
}

function listOf(entries: Readonly<Record<string, Uint8Array>>, version = 1): Uint8Array {
  const listed = Object.entries(entries).map(([name, bytes]) => ({
    name,
    bytes: bytes.length,
    sha256: hex(bytes),
  }));
  return strToU8(JSON.stringify({ format: 'soundings-backup', version, ...meta, files: listed }));
}

describe('a backup bundle', () => {
  test('gives back every byte, its vault and its time', async () => {
    const opened = await readBundle(await written(), digest, noPause);
    if (opened.kind !== 'bundle') throw new Error(JSON.stringify(opened));
    expect(opened.meta).toEqual(meta);
    expect([...opened.files.keys()]).toEqual([...files.keys()]);
    for (const [name, bytes] of files)
      expect(hex(opened.files.get(name) ?? strToU8('missing'))).toBe(hex(bytes));
  });

  test('is the same for the same content, and an ordinary zip with its list first', async () => {
    const bytes = await written();
    expect(hex(await written())).toBe(hex(bytes));
    const [first] = Object.keys(unzipSync(bytes));
    expect(first).toBe('soundings-backup.json');
  });

  test('breathes, tells how far it is, and stops when told to', async () => {
    const pace = countedPace();
    const progress: number[] = [];
    const bytes = await writeBundle(files, meta, digest, {
      ...pace,
      onProgress: (done) => progress.push(done),
    });
    expect(bytes.kind).toBe('written');
    expect(pace.breaths()).toBeGreaterThanOrEqual(6);
    expect(progress.at(-1)).toBe(3_000_007);
    const stopped = { ...noPause, signal: AbortSignal.abort() };
    expect(await writeBundle(files, meta, digest, stopped)).toEqual({ kind: 'cancelled' });
    expect(await readBundle(await written(), digest, stopped)).toEqual({ kind: 'cancelled' });
  });

  test.each(['../secret', '/etc/passwd', 'a/../b', 'C:\\x', 'soundings-backup.json', '', 'a//b', '.hidden'])(
    'cannot be written with %j in it',
    async (name) => {
      await expect(writeBundle(new Map([[name, strToU8('x')]]), meta, digest, noPause)).rejects.toThrow(
        'not a name',
      );
    },
  );
});

describe('what is refused, and why', () => {
  const reasonFor = async (bytes: Uint8Array): Promise<string> => {
    const opened = await readBundle(bytes, digest, noPause);
    return opened.kind === 'refused' ? opened.reason : opened.kind;
  };

  test('a photo, an empty file, another zip: not a backup', async () => {
    expect(await reasonFor(new Uint8Array(0))).toBe('not-a-backup');
    expect(await reasonFor(strToU8('hello'))).toBe('not-a-backup');
    expect(await reasonFor(zipSync({ 'a.txt': strToU8('hello') }))).toBe('not-a-backup');
  });

  test('a download that stopped early: cut short; one with something behind it: damaged', async () => {
    const bytes = await written();
    for (const kept of [60, 1000, bytes.length >> 1, bytes.length - 200, bytes.length - 1]) {
      expect(['cut-short', 'damaged']).toContain(await reasonFor(bytes.slice(0, kept)));
    }
    expect(await reasonFor(bytes.slice(0, bytes.length >> 1))).toBe('cut-short');
    expect(await reasonFor(Buffer.concat([bytes, strToU8('\n')]))).toBe('damaged');
  });

  test('one from a newer version: newer version, even when its tail is unknown', async () => {
    const entries = { a: strToU8('x') };
    const newer = forged({ 'soundings-backup.json': listOf(entries, 2), ...entries });
    expect(await reasonFor(newer)).toBe('newer-version');
    expect(await reasonFor(newer.slice(0, -40))).toBe('newer-version');
  });

  test('a file that differs from its hash, is missing, is extra, or is listed twice: damaged', async () => {
    const entries = { a: strToU8('x'), b: strToU8('y') };
    const list = listOf(entries);
    expect(await reasonFor(forged({ 'soundings-backup.json': list, ...entries }))).toBe('bundle');
    expect(await reasonFor(forged({ 'soundings-backup.json': list, ...entries, b: strToU8('z') }))).toBe(
      'damaged',
    );
    expect(await reasonFor(forged({ 'soundings-backup.json': list, a: entries.a }))).toBe('damaged');
    expect(await reasonFor(forged({ 'soundings-backup.json': list, ...entries, c: strToU8('z') }))).toBe(
      'damaged',
    );
    const twice = JSON.parse(new TextDecoder().decode(list)) as { files: unknown[] };
    twice.files.push(twice.files[0]);
    expect(
      await reasonFor(forged({ 'soundings-backup.json': strToU8(JSON.stringify(twice)), ...entries })),
    ).toBe('damaged');
  });

  test('a name that climbs out, and a file that unpacks to more than it is: damaged, before anything is unpacked', async () => {
    const climbing = { '../../evil': strToU8('x') };
    expect(await reasonFor(forged({ 'soundings-backup.json': listOf(climbing), ...climbing }))).toBe(
      'damaged',
    );
    const bomb = { zeros: new Uint8Array(50_000_000) };
    expect(await reasonFor(forged({ 'soundings-backup.json': listOf(bomb), ...bomb }, 9))).not.toBe('bundle');
  });
});
