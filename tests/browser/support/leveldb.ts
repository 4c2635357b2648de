// LevelDB as it lies on a disk (google/leveldb: doc/table_format.md, doc/log_format.md), read without its code: IndexedDB,
// local and session storage are kept in it. Tables pack their blocks; logs cut a record at every 32 KiB.
import { readVarint, unsnap } from './snappy.ts';

const footerBytes = 48;
const tableMagic = Buffer.from('57fb808b247547db', 'hex');
const blockTrailerBytes = 5;

/** Every block of a table, unpacked; null if it is no table. */
export function readTable(file: Buffer): readonly Buffer[] | null {
  if (file.length < footerBytes || !file.subarray(-8).equals(tableMagic)) return null;
  const footer = file.subarray(-footerBytes);
  const metaIndex = readHandle(footer, 0);
  const index = metaIndex && readHandle(footer, metaIndex.next);
  const indexBlock = index && readBlock(file, index);
  if (!indexBlock) return null;
  const blocks: Buffer[] = [];
  for (const value of valuesOf(indexBlock)) {
    const handle = readHandle(value, 0);
    const block = handle && readBlock(file, handle);
    if (block) blocks.push(block, ...keysOf(block));
  }
  return blocks;
}

interface Handle {
  readonly offset: number;
  readonly size: number;
  readonly next: number;
}

function readHandle(bytes: Buffer, at: number): Handle | null {
  const offset = readVarint(bytes, at);
  const size = offset && readVarint(bytes, offset.next);
  return size ? { offset: offset.value, size: size.value, next: size.next } : null;
}

function readBlock(file: Buffer, { offset, size }: Handle): Buffer | null {
  if (offset + size + blockTrailerBytes > file.length) return null;
  const stored = file.subarray(offset, offset + size);
  return file[offset + size] === 1 ? unsnap(stored) : stored;
}

interface BlockEntry {
  readonly key: Buffer;
  readonly value: Buffer;
}

/** A key holds only what differs from the one before it. */
function* entriesOf(block: Buffer): Generator<BlockEntry> {
  const restarts = block.length >= 4 ? block.readUInt32LE(block.length - 4) : 0;
  const end = block.length - 4 - restarts * 4;
  let key = Buffer.alloc(0);
  for (let at = 0; at < end;) {
    const shared = readVarint(block, at);
    const own = shared && readVarint(block, shared.next);
    const length = own && readVarint(block, own.next);
    if (!length) return;
    key = Buffer.concat([
      key.subarray(0, shared.value),
      block.subarray(length.next, length.next + own.value),
    ]);
    const start = length.next + own.value;
    yield { key, value: block.subarray(start, start + length.value) };
    at = start + length.value;
  }
}

const valuesOf = (block: Buffer): Buffer[] => [...entriesOf(block)].map(({ value }) => value);
const keysOf = (block: Buffer): Buffer[] => [...entriesOf(block)].map(({ key }) => key);

const logBlockBytes = 32 * 1024;
const logHeaderBytes = 7;

/** The records of a write-ahead log put together again: nothing cuts a word in two any more. */
export function readLog(file: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let block = 0; block < file.length; block += logBlockBytes) {
    const end = Math.min(block + logBlockBytes, file.length);
    for (let at = block; at + logHeaderBytes <= end;) {
      const length = file.readUInt16LE(at + 4);
      const start = at + logHeaderBytes;
      if (start + length > end || file[at + 6] === 0) break;
      parts.push(file.subarray(start, start + length));
      at = start + length;
    }
  }
  return Buffer.concat(parts);
}
