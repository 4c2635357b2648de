// VAULT L3: looks through everything under a folder for words, in whatever way a browser may have written them down.
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { readLog, readTable } from './leveldb.ts';
import { unsnap } from './snappy.ts';

export interface Hit {
  readonly file: string;
  readonly word: string;
}

/** Words of the folder's files that are found, in UTF-8 or UTF-16 of either byte order, packed or not, in any case. */
export async function findWords(folder: string, words: readonly string[]): Promise<Hit[]> {
  const patterns = words.flatMap((word) => patternsOf(word).map((pattern) => ({ word, pattern })));
  const hits = new Map<string, Hit>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const file = path.slice(folder.length);
    const readings = entry.isFile() ? readingsOf(entry.name, await readFile(path)) : [];
    for (const bytes of [Buffer.from(file), ...readings]) {
      for (const { word, pattern } of patterns)
        if (bytes.includes(pattern)) hits.set(`${file} ${word}`, { file, word });
    }
  }
  return [...hits.values()];
}

function patternsOf(word: string): Buffer[] {
  const spellings = new Set([word, word.toLowerCase(), word.toUpperCase()]);
  return [...spellings].flatMap((text) => {
    const little = Buffer.from(text, 'utf16le');
    // IndexedDB's keys are written with the high byte first.
    return [Buffer.from(text, 'utf8'), little, Buffer.from(little).swap16()];
  });
}

/** The ways in which a file's bytes may be meant. */
function readingsOf(name: string, bytes: Buffer): Buffer[] {
  const found = [bytes];
  const table = readTable(bytes);
  if (table) found.push(Buffer.concat(table), ...table);
  else if (/\.log$|^MANIFEST-/.test(basename(name))) found.push(readLog(bytes));
  return [...found, ...found.flatMap(unpacked)];
}

const gzip = Buffer.from('1f8b08', 'hex');
/** How Chromium begins an IndexedDB value that it has packed (third_party/blink, idb_value_wrapping.cc). */
const packedValue = Buffer.from('ff1102', 'hex');

/** Whatever lies packed in these bytes, from the start or from a place that begins like a packed stream. */
function unpacked(bytes: Buffer): Buffer[] {
  return [
    ...attempt(brotliDecompressSync, bytes),
    ...attempt(inflateSync, bytes),
    ...attempt(inflateRawSync, bytes),
    ...placesOf(bytes, gzip).flatMap((at) => attempt(gunzipSync, bytes.subarray(at))),
    ...placesOf(bytes, packedValue).flatMap((at) => unsnap(bytes.subarray(at + packedValue.length)) ?? []),
  ];
}

function attempt(unpack: (bytes: Buffer) => Buffer, bytes: Buffer): Buffer[] {
  try {
    return [unpack(bytes)];
  } catch {
    // Not packed in this way: most bytes are not.
    return [];
  }
}

function placesOf(bytes: Buffer, pattern: Buffer): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(pattern); at >= 0; at = bytes.indexOf(pattern, at + 1)) places.push(at);
  return places;
}
