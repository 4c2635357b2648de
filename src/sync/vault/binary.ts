// A strict writer and reader for the records of PROTOCOL.md: big-endian, bounded, nothing left over.
// Law: parse(bytes, read) is null or the one value whose encoding is `bytes`.
import { joinBytes, type Bytes } from './bytes.ts';
import { fromUtf8, toUtf8 } from './text.ts';

/** Thrown by a reader and caught only by `parse`; anything else that is thrown is our bug. */
class MalformedBytes extends Error {
  override readonly name = 'MalformedBytes';
}

/** Says, inside a `parse`, that these bytes cannot be what they claim to be. */
export function malformed(reason: string): never {
  throw new MalformedBytes(reason);
}

export interface ByteWriter {
  u8(value: number): ByteWriter;
  u16(value: number): ByteWriter;
  u32(value: number): ByteWriter;
  u64(value: number): ByteWriter;
  /** Exactly as they are, without a length. */
  bytes(value: Uint8Array): ByteWriter;
  var16(value: Uint8Array): ByteWriter;
  var32(value: Uint8Array): ByteWriter;
  text16(value: string): ByteWriter;
  done(): Bytes;
}

/** Throws a RangeError when a value does not fit its field. */
export function byteWriter(): ByteWriter {
  const parts: Uint8Array[] = [];
  const unsigned = (value: number, size: number): ByteWriter => {
    if (!Number.isSafeInteger(value) || value < 0 || value >= 256 ** size) {
      throw new RangeError(`${value} does not fit into ${size} bytes`);
    }
    const field = new Uint8Array(size);
    let rest = value;
    for (let i = size - 1; i >= 0; i--) {
      field[i] = rest % 256;
      rest = Math.floor(rest / 256);
    }
    parts.push(field);
    return writer;
  };
  const raw = (value: Uint8Array): ByteWriter => {
    parts.push(value);
    return writer;
  };
  const writer: ByteWriter = {
    u8: (value) => unsigned(value, 1),
    u16: (value) => unsigned(value, 2),
    u32: (value) => unsigned(value, 4),
    u64: (value) => unsigned(value, 8),
    bytes: raw,
    var16: (value) => unsigned(value.length, 2).bytes(value),
    var32: (value) => unsigned(value.length, 4).bytes(value),
    text16: (value) => writer.var16(toUtf8(value)),
    done: () => joinBytes(parts),
  };
  return writer;
}

export interface ByteReader {
  u8(): number;
  u16(): number;
  u32(): number;
  u64(): number;
  bytes(length: number): Bytes;
  var16(): Bytes;
  /** Refuses more than `max` bytes before it copies one. */
  var32(max: number): Bytes;
  text16(): string;
  /** How many bytes have not been read. */
  left(): number;
  /** Everything that is left. */
  rest(): Bytes;
}

function byteReader(source: Uint8Array): ByteReader {
  let offset = 0;
  const take = (length: number): Bytes => {
    if (length > source.length - offset) malformed('ends too early');
    const taken = new Uint8Array(source.subarray(offset, offset + length));
    offset += length;
    return taken;
  };
  const unsigned = (size: number): number => take(size).reduce((value, byte) => value * 256 + byte, 0);
  const reader: ByteReader = {
    u8: () => unsigned(1),
    u16: () => unsigned(2),
    u32: () => unsigned(4),
    u64: () => {
      const value = unsigned(8);
      return Number.isSafeInteger(value) ? value : malformed('a number beyond 2^53');
    },
    bytes: take,
    var16: () => take(reader.u16()),
    var32: (max) => {
      const length = reader.u32();
      return length <= max ? take(length) : malformed('too long');
    },
    text16: () => fromUtf8(reader.var16()) ?? malformed('not UTF-8'),
    left: () => source.length - offset,
    rest: () => take(source.length - offset),
  };
  return reader;
}

/** Reads all of `bytes`; null if they are malformed or something is left over. */
export function parse<T>(bytes: Uint8Array, read: (reader: ByteReader) => T): T | null {
  const reader = byteReader(bytes);
  try {
    const value = read(reader);
    return reader.left() === 0 ? value : null;
  } catch (error) {
    if (error instanceof MalformedBytes) return null;
    throw error;
  }
}

/** Refuses a list that is not strictly ascending: unsorted or with repeats. */
export function mustAscend<T>(items: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  for (let i = 1; i < items.length; i++) {
    const [before, item] = [items[i - 1], items[i]];
    if (before !== undefined && item !== undefined && compare(before, item) >= 0) malformed('not in order');
  }
  return items;
}

/** Orders ids, which are hex text, as their bytes are ordered. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
