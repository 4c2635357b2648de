// A single sealed value: a cache row, a name, an audit line (PROTOCOL 6). What it stands for is bound to it as context,
// so that a row moved to another place does not open there.
import { byteWriter } from './binary.ts';
import { concatBytes, type Bytes, type Random } from './bytes.ts';
import { ID_BYTES, idFromBytes, idToBytes, type EpochId } from './ids.ts';
import { FULL_FLOOR, pad, SHORT_FLOOR, unpad } from './padding.ts';
import { readRecordHeader, RECORD_HEADER_BYTES, recordHeader } from './record-header.ts';
import { openBytes, sealBytes } from './seal.ts';
import { toUtf8 } from './text.ts';

/** 'short-item' is padded to at least 64 bytes (names), 'item' to at least 256. */
export type ItemKind = 'item' | 'short-item';
const FLOOR_BY_KIND = { item: FULL_FLOOR, 'short-item': SHORT_FLOOR } as const;
const BOUND_BYTES = RECORD_HEADER_BYTES + ID_BYTES;
const NO_EPOCH = new Uint8Array(ID_BYTES);

export type ItemContext = readonly (string | Uint8Array)[];

export interface PlainItem {
  readonly kind: ItemKind;
  readonly key: CryptoKey;
  /** The epoch whose root went into the key; null where none did. */
  readonly epochId: EpochId | null;
  readonly context: ItemContext;
  readonly plain: Uint8Array;
}

export async function sealItem(item: PlainItem, random: Random): Promise<Bytes> {
  const epoch = item.epochId === null ? NO_EPOCH : idToBytes(item.epochId);
  const bound = concatBytes(recordHeader(item.kind), epoch);
  const padded = pad(item.plain, FLOOR_BY_KIND[item.kind]);
  return concatBytes(bound, await sealBytes(item.key, padded, additional(bound, item.context), random));
}

/** Which epoch's root opens it (null: none is needed); 'not-an-item' if these bytes are something else. */
export function itemEpoch(sealed: Uint8Array): EpochId | null | 'not-an-item' {
  if (itemKindOf(sealed) === null || sealed.length < BOUND_BYTES) return 'not-an-item';
  const epoch = sealed.subarray(RECORD_HEADER_BYTES, BOUND_BYTES);
  return epoch.every((byte) => byte === 0) ? null : idFromBytes<EpochId>(epoch);
}

/** Null if the key or the context is another one, or a byte changed. */
export async function openItem(
  sealed: Uint8Array,
  key: CryptoKey,
  context: ItemContext,
): Promise<Bytes | null> {
  const kind = itemKindOf(sealed);
  if (kind === null || sealed.length < BOUND_BYTES) return null;
  const bound = sealed.subarray(0, BOUND_BYTES);
  const padded = await openBytes(key, sealed.subarray(BOUND_BYTES), additional(bound, context));
  return padded && unpad(padded, FLOOR_BY_KIND[kind]);
}

function itemKindOf(sealed: Uint8Array): ItemKind | null {
  if (readRecordHeader(sealed, 'item') === 'ours') return 'item';
  return readRecordHeader(sealed, 'short-item') === 'ours' ? 'short-item' : null;
}

function additional(bound: Uint8Array, context: ItemContext): Bytes {
  const writer = byteWriter().bytes(bound).u8(context.length);
  for (const part of context) writer.var16(typeof part === 'string' ? toUtf8(part) : part);
  return writer.done();
}
