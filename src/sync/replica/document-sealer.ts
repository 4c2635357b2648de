// What a replica needs of the vault to work on one document: to seal what was typed, to open what lies there.
import type { BlobPosition, SnapshotCover } from '../vault/snapshot-cover.ts';

export type OpenedBlob =
  | { readonly kind: 'edits'; readonly position: BlobPosition; readonly update: Uint8Array }
  | {
      readonly kind: 'snapshot';
      readonly position: BlobPosition;
      readonly cover: SnapshotCover;
      readonly update: Uint8Array;
    }
  /** Sealed under an epoch that this device has not been given (yet), or by a later version: kept as it is. */
  | { readonly kind: 'late' }
  | { readonly kind: 'damaged'; readonly reason: DamageReason };

export type DamageReason = 'damaged-blob' | 'bad-signature' | 'unknown-device';

export interface DocumentSealer {
  readonly own: Pick<BlobPosition, 'deviceId' | 'sessionId'>;
  /** The first number that no blob of this document was sealed under since the vault was unlocked, kept or not. */
  nextSeq(): number;
  /** `seq` counts from 0 per document and session. */
  sealEdits(seq: number, update: Uint8Array): Promise<Uint8Array>;
  sealSnapshot(seq: number, cover: SnapshotCover, update: Uint8Array): Promise<Uint8Array>;
  /** Why a blob cannot be trusted; null if one of our devices signed it, or it is no blob at all (`open` tells that). */
  signatureTrouble(blob: Uint8Array): Promise<'bad-signature' | 'unknown-device' | null>;
  /** `checkSignature`: for bytes that come from outside (a channel, a backup); our own disk was checked on arrival (B3). */
  open(blob: Uint8Array, options: { readonly checkSignature: boolean }): Promise<OpenedBlob>;
}
