// Sealed files → one file.
import { strToU8, Zip, ZipPassThrough } from 'fflate';
import * as v from 'valibot';
import type { Pace } from '../pace.ts';
import {
  commentLength,
  commentPrefix,
  largestBundle,
  listName,
  listSchema,
  mostFiles,
  safeName,
  sliceBytes,
  toHex,
  version,
  type BundleList,
  type BundleMeta,
  type Digest,
  type WrittenBundle,
} from './bundle-format.ts';

/**
 * Puts sealed files into one. `onProgress` counts bytes. Throws on a name that a bundle may not hold: our bug.
 * The zip's own time stamps are constant; `meta.createdAt` is the truth.
 */
export async function writeBundle(
  files: ReadonlyMap<string, Uint8Array>,
  meta: BundleMeta,
  digest: Digest,
  pace: Pace,
): Promise<WrittenBundle> {
  const total = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  if (files.size > mostFiles || total > largestBundle) throw new Error('too much for one bundle');
  const listed: BundleList['files'] = [];
  for (const [name, bytes] of files) {
    if (!safeName.test(name) || name === listName) throw new Error(`not a name for a bundle: ${name}`);
    if (pace.signal?.aborted) return { kind: 'cancelled' };
    listed.push({ name, bytes: bytes.length, sha256: toHex(await digest(bytes)) });
    await pace.breathe();
  }
  const list = { format: 'soundings-backup', version, ...meta, files: listed };
  v.parse(listSchema, list);

  const parts: Uint8Array[] = [];
  const zip = new Zip((failed, part) => {
    if (failed) throw failed;
    parts.push(part);
  });
  let written = 0;
  for (const [name, bytes] of [[listName, strToU8(JSON.stringify(list))] as const, ...files]) {
    const entry = new ZipPassThrough(name);
    entry.mtime = new Date(2000, 0, 1);
    zip.add(entry);
    for (let from = 0; from === 0 || from < bytes.length; from += sliceBytes) {
      if (pace.signal?.aborted) return { kind: 'cancelled' };
      // A copy: fflate hands the very same array on, and the caller's stays the caller's.
      entry.push(bytes.slice(from, from + sliceBytes), from + sliceBytes >= bytes.length);
      if (name !== listName) written += Math.min(sliceBytes, bytes.length - from);
      pace.onProgress?.(written, total);
      await pace.breathe();
    }
  }
  zip.end();
  return { kind: 'written', bytes: await withTail(parts, digest) };
}

/** Appends the digest of everything before it as the zip's comment. */
async function withTail(parts: readonly Uint8Array[], digest: Digest): Promise<Uint8Array> {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array(length + commentLength);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  new DataView(bytes.buffer).setUint16(length - 2, commentLength, true);
  const comment = commentPrefix + toHex(await digest(bytes.subarray(0, length)));
  bytes.set(strToU8(comment), length);
  return bytes;
}
