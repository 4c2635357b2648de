// One file → the sealed files in it, or the reason why not.
import { strFromU8, unzipSync, type UnzipFileInfo } from 'fflate';
import * as v from 'valibot';
import type { Pace } from '../pace.ts';
import {
  commentLength,
  commentPrefix,
  listName,
  listSchema,
  sliceBytes,
  toHex,
  version,
  type BundleList,
  type BundleRefusal,
  type Digest,
  type OpenedBundle,
} from './bundle-format.ts';

/** End of central directory, without its comment. */
const endLength = 22;

const refused = (reason: BundleRefusal, detail: string): OpenedBundle => ({
  kind: 'refused',
  reason,
  detail,
});

/** Reads a bundle back: every byte is checked before any file is handed out. `onProgress` counts bytes. */
export async function readBundle(bytes: Uint8Array, digest: Digest, pace: Pace): Promise<OpenedBundle> {
  if (!beginsWithList(bytes)) return refused('not-a-backup', 'start');
  const claimed = claimedVersion(bytes);
  if (claimed !== null && claimed > version) return refused('newer-version', `version ${claimed}`);
  const end = bytes.length - commentLength;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hasEnd = end > endLength && view.getUint32(end - endLength, true) === 0x06054b50;
  if (!hasEnd) return refused(hasStrayEnd(bytes) ? 'damaged' : 'cut-short', 'end');
  const comment = strFromU8(bytes.subarray(end), true);
  const whole = await digest(bytes.subarray(0, end));
  if (comment !== commentPrefix + toHex(whole)) return refused('damaged', 'whole');
  if (pace.signal?.aborted) return { kind: 'cancelled' };

  const directory = readDirectory(bytes);
  const list = directory && readList(bytes);
  if (!directory || !list) return refused('damaged', 'list');
  const fault = firstFault(directory, list, bytes.length);
  if (fault !== null) return refused('damaged', fault);

  const files = new Map<string, Uint8Array>();
  let read = 0;
  const total = list.files.reduce((sum, file) => sum + file.bytes, 0);
  for (const batch of batchesOf(list.files)) {
    if (pace.signal?.aborted) return { kind: 'cancelled' };
    const names = new Set(batch.map(({ name }) => name));
    const unpacked = unzipSync(bytes, { filter: ({ name }) => names.has(name) });
    for (const { name, bytes: size, sha256 } of batch) {
      const file = unpacked[name];
      if (file?.length !== size || toHex(await digest(file)) !== sha256) return refused('damaged', name);
      files.set(name, file);
      read += size;
    }
    pace.onProgress?.(read, total);
    await pace.breathe();
  }
  return { kind: 'bundle', meta: { vaultId: list.vaultId, createdAt: list.createdAt }, files };
}

/** A zip whose first entry is our list. */
function beginsWithList(bytes: Uint8Array): boolean {
  const start = [0x50, 0x4b, 0x03, 0x04].every((byte, index) => bytes[index] === byte);
  return start && strFromU8(bytes.subarray(30, 30 + listName.length), true) === listName;
}

/** An end is there, but not where it belongs: something was added or lost behind it. */
function hasStrayEnd(bytes: Uint8Array): boolean {
  const tail = strFromU8(bytes.subarray(-1024), true);
  return tail.includes('PK\x05\x06') && tail.includes(commentPrefix);
}

/** The version as the list's first words state it: readable even when a newer tail is not. */
function claimedVersion(bytes: Uint8Array): number | null {
  const start = strFromU8(bytes.subarray(30, 200), true);
  const found = /\{"format":"soundings-backup","version":(\d{1,6})[,}]/.exec(start)?.[1];
  return found === undefined ? null : Number(found);
}

/** Names and sizes without unpacking anything; null when the zip's own directory cannot be followed. */
function readDirectory(bytes: Uint8Array): UnzipFileInfo[] | null {
  const entries: UnzipFileInfo[] = [];
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        entries.push(entry);
        return false;
      },
    });
  } catch (reason) {
    // fflate and the typed arrays below it throw on offsets that lead nowhere: a damaged file, an expected outcome.
    if (reason instanceof Error) return null;
    throw reason;
  }
  return entries;
}

function readList(bytes: Uint8Array): BundleList | null {
  const isList = ({ name, compression, size }: UnzipFileInfo): boolean =>
    name === listName && compression === 0 && size <= bytes.length;
  try {
    const list = unzipSync(bytes, { filter: isList })[listName];
    const parsed = v.safeParse(listSchema, list && JSON.parse(strFromU8(list)));
    return parsed.success ? parsed.output : null;
  } catch (reason) {
    if (reason instanceof Error) return null;
    throw reason;
  }
}

/** The directory must hold exactly what the list says, stored as it is, and no more than the file can hold. */
function firstFault(directory: readonly UnzipFileInfo[], list: BundleList, available: number): string | null {
  const sizes = new Map(list.files.map(({ name, bytes }) => [name, bytes]));
  if (sizes.size !== list.files.length) return 'a name is listed twice';
  if (directory.length !== list.files.length + 1 || directory[0]?.name !== listName)
    return 'list and content differ';
  const seen = new Set<string>();
  let claimed = 0;
  for (const { name, size, originalSize, compression } of directory) {
    claimed += size;
    if (claimed > available) return 'more content than file';
    if (compression !== 0 || size !== originalSize || seen.has(name)) return name;
    if (name !== listName && sizes.get(name) !== size) return name;
    seen.add(name);
  }
  return null;
}

const batchBytes = 16 * sliceBytes;

function* batchesOf(files: BundleList['files']): Generator<BundleList['files']> {
  let batch: BundleList['files'] = [];
  let size = 0;
  for (const file of files) {
    if (batch.length > 0 && size + file.bytes > batchBytes) {
      yield batch;
      [batch, size] = [[], 0];
    }
    batch.push(file);
    size += file.bytes;
  }
  if (batch.length > 0) yield batch;
}
