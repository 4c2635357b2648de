// Every root and client key, sealed to the recovery sheet (K3, PROTOCOL 4.4). Made again whenever a key is added.
import { parse } from './binary.ts';
import { bytesEqual, concatBytes, type Bytes, type Random } from './bytes.ts';
import { ID_BYTES, idFromBytes, idToBytes, type VaultId } from './ids.ts';
import { encodeKeyBundle, readKeyBundle, type KeyBundle } from './key-bundle.ts';
import { FULL_FLOOR, pad, unpad } from './padding.ts';
import {
  readChecksummed,
  RECORD_HEADER_BYTES,
  recordHeader,
  withChecksum,
  type DamageReason,
} from './record-header.ts';
import type { Recovery, RecoveryWithSecrets } from './recovery.ts';
import { openSealedBox, sealToPublicKey } from './sealed-box.ts';

const BOUND_BYTES = RECORD_HEADER_BYTES + 2 * ID_BYTES;

export type RecoveryKeyringOpening =
  | { readonly kind: 'opened'; readonly vaultId: VaultId; readonly bundle: KeyBundle }
  /** Intact, but made for another sheet. */
  | { readonly kind: 'other-sheet' }
  | { readonly kind: 'refused'; readonly reason: 'newer-version' }
  | { readonly kind: 'damaged'; readonly reason: DamageReason };

export async function sealForRecovery(
  bundle: KeyBundle,
  vaultId: VaultId,
  sheet: Pick<Recovery, 'id' | 'x25519PublicKey'>,
  random: Random,
): Promise<Bytes> {
  const bound = concatBytes(recordHeader('recovery-keyring'), idToBytes(vaultId), idToBytes(sheet.id));
  const plain = pad(encodeKeyBundle(bundle), FULL_FLOOR);
  const box = await sealToPublicKey(sheet.x25519PublicKey, 'box/recovery-keyring', bound, plain, random);
  return withChecksum(concatBytes(bound, box));
}

/** The roots are not to be used before they were checked against the registry's commitments. */
export async function openForRecovery(
  record: Uint8Array,
  sheet: RecoveryWithSecrets,
): Promise<RecoveryKeyringOpening> {
  const checked = await readChecksummed(record, 'recovery-keyring');
  if (checked.kind !== 'ours') return checked;
  if (checked.body.length < BOUND_BYTES) return { kind: 'damaged', reason: 'malformed' };
  const bound = checked.body.subarray(0, BOUND_BYTES);
  if (!bytesEqual(bound.subarray(BOUND_BYTES - ID_BYTES), idToBytes(sheet.id)))
    return { kind: 'other-sheet' };
  const box = checked.body.subarray(BOUND_BYTES);
  const padded = await openSealedBox(sheet.x25519, 'box/recovery-keyring', bound, box);
  if (padded === null) return { kind: 'damaged', reason: 'seal-broken' };
  const plain = unpad(padded, FULL_FLOOR);
  const bundle = plain && parse(plain, readKeyBundle);
  if (bundle === null) return { kind: 'damaged', reason: 'malformed' };
  const vaultId = idFromBytes<VaultId>(bound.subarray(RECORD_HEADER_BYTES, RECORD_HEADER_BYTES + ID_BYTES));
  return { kind: 'opened', vaultId, bundle };
}
