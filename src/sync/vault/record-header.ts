// Every record begins with the magic, its kind and its version (PROTOCOL 1.1).
import { concatBytes, bytesEqual, sha256, type Bytes } from './bytes.ts';

export const MAGIC = new Uint8Array([0x53, 0x4e, 0x44, 0x47]);
export const RECORD_VERSION = 1;
export const RECORD_HEADER_BYTES = 6;
const CHECKSUM_BYTES = 32;

export const RECORD_KINDS = {
  'edits-blob': 0x01,
  'snapshot-blob': 0x02,
  statement: 0x10,
  'passphrase-wrap': 0x20,
  'passkey-wrap': 0x21,
  keyring: 0x30,
  'recovery-keyring': 0x31,
  item: 0x40,
  'short-item': 0x41,
  // Reserved here so that no other record takes them: backup file and mailbox file.
  backup: 0x60,
  mailbox: 0x61,
} as const;

export type RecordKind = keyof typeof RECORD_KINDS;

export function recordHeader(kind: RecordKind): Bytes {
  return concatBytes(MAGIC, new Uint8Array([RECORD_KINDS[kind], RECORD_VERSION]));
}

/** What the first six bytes say: another kind of thing, this kind in a later version, or ours. */
export function readRecordHeader(bytes: Uint8Array, kind: RecordKind): 'ours' | 'newer-version' | 'not-ours' {
  const isKind = bytesEqual(bytes.subarray(0, 4), MAGIC) && bytes[4] === RECORD_KINDS[kind];
  if (!isKind || bytes.length < RECORD_HEADER_BYTES) return 'not-ours';
  const version = bytes[5] ?? 0;
  if (version > RECORD_VERSION) return 'newer-version';
  return version === RECORD_VERSION ? 'ours' : 'not-ours';
}

export async function withChecksum(body: Uint8Array): Promise<Bytes> {
  return concatBytes(body, await sha256(body));
}

/** Why a checksummed record cannot be used; `body` is what stands before the checksum. */
export type ChecksummedRecord =
  | { readonly kind: 'ours'; readonly body: Bytes }
  | { readonly kind: 'refused'; readonly reason: 'newer-version' }
  | { readonly kind: 'damaged'; readonly reason: DamageReason };

export type DamageReason = 'not-this-record' | 'checksum-wrong' | 'malformed' | 'seal-broken';

/** Checks the checksum first, so that a flipped byte is damage whatever it hit (PROTOCOL 1.1). */
export async function readChecksummed(bytes: Uint8Array, kind: RecordKind): Promise<ChecksummedRecord> {
  const split = bytes.length - CHECKSUM_BYTES;
  if (split < RECORD_HEADER_BYTES) return { kind: 'damaged', reason: 'not-this-record' };
  const body = bytes.slice(0, split);
  if (!bytesEqual(await sha256(body), bytes.subarray(split)))
    return { kind: 'damaged', reason: 'checksum-wrong' };
  const header = readRecordHeader(body, kind);
  if (header === 'newer-version') return { kind: 'refused', reason: 'newer-version' };
  return header === 'ours' ? { kind: 'ours', body } : { kind: 'damaged', reason: 'not-this-record' };
}
