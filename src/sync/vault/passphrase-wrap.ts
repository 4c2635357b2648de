// The vault key under a passphrase (PROTOCOL 4.1).
import { concatBytes, useAndWipe, type Bytes, type Random } from './bytes.ts';
import { parse } from './binary.ts';
import { ID_BYTES, idFromBytes, idToBytes, type VaultId } from './ids.ts';
import {
  encodeKdfHeader,
  kdfProblem,
  newKdfHeader,
  normalisePassphrase,
  readKdfHeader,
  type DeriveKey,
  type KdfCost,
  type KdfHeader,
  type KdfProblem,
} from './kdf.ts';
import { deriveAesKey } from './purposes.ts';
import {
  readChecksummed,
  RECORD_HEADER_BYTES,
  recordHeader,
  withChecksum,
  type DamageReason,
} from './record-header.ts';
import { NONCE_BYTES, openBytes, sealBytes, TAG_BYTES } from './seal.ts';
import { VAULT_KEY_BYTES, vaultKeyFromBytes, type VaultKey } from './vault-key.ts';

export type PassphraseUnwrapping =
  | { readonly kind: 'opened'; readonly vaultKey: VaultKey; readonly vaultId: VaultId }
  | { readonly kind: 'wrong-passphrase' }
  | { readonly kind: 'refused'; readonly reason: 'newer-version' | 'unknown-kdf' | KdfProblem }
  | { readonly kind: 'damaged'; readonly reason: DamageReason };

/** 140 bytes. Throws for an empty passphrase or a cost outside the bounds. */
export async function wrapWithPassphrase(
  vaultKey: VaultKey,
  vaultId: VaultId,
  passphrase: string,
  cost: KdfCost,
  deriveKey: DeriveKey,
  random: Random,
): Promise<Bytes> {
  const problem = kdfProblem(cost);
  if (problem !== null) throw new RangeError(problem);
  if (normalisePassphrase(passphrase) === '') throw new RangeError('an empty passphrase protects nothing');
  const header = newKdfHeader(cost, random);
  const bound = concatBytes(recordHeader('passphrase-wrap'), idToBytes(vaultId), encodeKdfHeader(header));
  const key = await wrappingKey(passphrase, header, vaultId, deriveKey);
  return withChecksum(concatBytes(bound, await sealBytes(key, vaultKey, bound, random)));
}

/** Checks everything that needs no key before it pays for the KDF; a failed tag after that is a wrong passphrase. */
export async function unwrapWithPassphrase(
  record: Uint8Array,
  passphrase: string,
  deriveKey: DeriveKey,
  signal?: AbortSignal,
): Promise<PassphraseUnwrapping> {
  const checked = await readChecksummed(record, 'passphrase-wrap');
  if (checked.kind !== 'ours') return checked;
  const read = parse(checked.body, (reader) => {
    reader.bytes(RECORD_HEADER_BYTES);
    const vaultId = idFromBytes<VaultId>(reader.bytes(ID_BYTES));
    const header = readKdfHeader(reader);
    const boundBytes = checked.body.length - reader.left();
    return { vaultId, header, boundBytes, sealed: reader.bytes(NONCE_BYTES + VAULT_KEY_BYTES + TAG_BYTES) };
  });
  if (read === null) return { kind: 'damaged', reason: 'malformed' };
  if (read.header === null) return { kind: 'refused', reason: 'unknown-kdf' };
  const problem = kdfProblem(read.header);
  if (problem !== null) return { kind: 'refused', reason: problem };
  const key = await wrappingKey(passphrase, read.header, read.vaultId, deriveKey, signal);
  const vaultKey = await openBytes(key, read.sealed, checked.body.subarray(0, read.boundBytes));
  if (vaultKey === null) return { kind: 'wrong-passphrase' };
  return { kind: 'opened', vaultKey: vaultKeyFromBytes(vaultKey), vaultId: read.vaultId };
}

async function wrappingKey(
  passphrase: string,
  header: KdfHeader,
  vaultId: VaultId,
  deriveKey: DeriveKey,
  signal?: AbortSignal,
): Promise<CryptoKey> {
  const derived = await deriveKey(normalisePassphrase(passphrase), header, signal);
  return useAndWipe(derived, () => deriveAesKey(derived, 'wrap-passphrase', idToBytes(vaultId)));
}
