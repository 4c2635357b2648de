// What a document is made of (B2, PROTOCOL 5): padded, sealed under the document's key, signed by the device that wrote
// it, with a header that says where it belongs and is bound to both.
import { byteWriter, parse } from './binary.ts';
import { concatBytes, type Bytes, type Random } from './bytes.ts';
import { ID_BYTES, idFromBytes, idToBytes } from './ids.ts';
import type { DeviceId, DocId, EpochId, SessionId, VaultId } from './ids.ts';
import { sign, SIGNATURE_BYTES, signatureIsValid } from './key-pairs.ts';
import { FULL_FLOOR, isPaddedSize, pad, unpad } from './padding.ts';
import { MAGIC, readRecordHeader, RECORD_HEADER_BYTES, recordHeader } from './record-header.ts';
import { NONCE_BYTES, openBytes, sealBytes, TAG_BYTES } from './seal.ts';

export type BlobKind = 'edits' | 'snapshot';

export interface BlobHeader {
  readonly kind: BlobKind;
  readonly vaultId: VaultId;
  readonly docId: DocId;
  readonly epochId: EpochId;
  readonly deviceId: DeviceId;
  /** Random per unlock, so that a restored or cloned disk cannot use a (session, seq) again (P8). */
  readonly sessionId: SessionId;
  /** From 0, per document and session. */
  readonly seq: number;
}

export const BLOB_HEADER_BYTES = RECORD_HEADER_BYTES + 5 * ID_BYTES + 4;
export const BLOB_OVERHEAD_BYTES = BLOB_HEADER_BYTES + NONCE_BYTES + TAG_BYTES + SIGNATURE_BYTES;

function encodeBlobHeader(header: BlobHeader): Bytes {
  const writer = byteWriter().bytes(recordHeader(`${header.kind}-blob`));
  for (const id of [header.vaultId, header.docId, header.epochId, header.deviceId, header.sessionId]) {
    writer.bytes(idToBytes(id));
  }
  return writer.u32(header.seq).done();
}

/** `key` is the document's (content-keys.ts), `signingKey` the Ed25519 key of `header.deviceId`. */
export async function sealBlob(
  header: BlobHeader,
  plain: Uint8Array,
  key: CryptoKey,
  signingKey: CryptoKey,
  random: Random,
): Promise<Bytes> {
  const bound = encodeBlobHeader(header);
  const unsigned = concatBytes(bound, await sealBytes(key, pad(plain, FULL_FLOOR), bound, random));
  return concatBytes(unsigned, await sign(signingKey, unsigned));
}

/** Null if these bytes are no blob of this version. Proves nothing: check the signature, then open. Never throws. */
export function readBlobHeader(bytes: Uint8Array): BlobHeader | null {
  return isPaddedSize(bytes.length - BLOB_OVERHEAD_BYTES, FULL_FLOOR) ? beginningHeader(bytes) : null;
}

/** The headers of blobs that lie somewhere in these bytes, whole or cut off. Proves nothing. */
export function findBlobHeaders(bytes: Uint8Array): readonly BlobHeader[] {
  const headers: BlobHeader[] = [];
  for (let at = 0; at + BLOB_HEADER_BYTES <= bytes.length; at += 1) {
    const header = bytes[at] === MAGIC[0] && beginningHeader(bytes.subarray(at, at + BLOB_HEADER_BYTES));
    if (header) headers.push(header);
  }
  return headers;
}

/** Null if these bytes do not begin with a header. */
function beginningHeader(bytes: Uint8Array): BlobHeader | null {
  const kind = blobKindOf(bytes);
  if (kind === null) return null;
  return parse(bytes.subarray(RECORD_HEADER_BYTES, BLOB_HEADER_BYTES), (reader) => ({
    kind,
    vaultId: idFromBytes<VaultId>(reader.bytes(ID_BYTES)),
    docId: idFromBytes<DocId>(reader.bytes(ID_BYTES)),
    epochId: idFromBytes<EpochId>(reader.bytes(ID_BYTES)),
    deviceId: idFromBytes<DeviceId>(reader.bytes(ID_BYTES)),
    sessionId: idFromBytes<SessionId>(reader.bytes(ID_BYTES)),
    seq: reader.u32(),
  }));
}

/** True if this is a blob that a later version wrote: kept as it is, and said. */
export function isBlobOfNewerVersion(bytes: Uint8Array): boolean {
  return (['edits-blob', 'snapshot-blob'] as const).some(
    (kind) => readRecordHeader(bytes, kind) === 'newer-version',
  );
}

/** `publicKey` is the `verifyingKey` of the device that the header names. */
export async function blobSignatureIsValid(bytes: Uint8Array, publicKey: CryptoKey): Promise<boolean> {
  if (readBlobHeader(bytes) === null) return false;
  const split = bytes.length - SIGNATURE_BYTES;
  return signatureIsValid(publicKey, bytes.subarray(split), bytes.subarray(0, split));
}

/** The sealed plain text; null if the key is another one or anything under the seal or in the header changed. */
export async function openBlob(bytes: Uint8Array, key: CryptoKey): Promise<Bytes | null> {
  if (readBlobHeader(bytes) === null) return null;
  const sealed = bytes.subarray(BLOB_HEADER_BYTES, bytes.length - SIGNATURE_BYTES);
  const padded = await openBytes(key, sealed, bytes.subarray(0, BLOB_HEADER_BYTES));
  return padded && unpad(padded, FULL_FLOOR);
}

function blobKindOf(bytes: Uint8Array): BlobKind | null {
  if (readRecordHeader(bytes, 'edits-blob') === 'ours') return 'edits';
  return readRecordHeader(bytes, 'snapshot-blob') === 'ours' ? 'snapshot' : null;
}
