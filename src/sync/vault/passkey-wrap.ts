// The vault key under a passkey's PRF output (PROTOCOL 4.2).
import { concatBytes, type Bytes, type Random } from './bytes.ts';
import { byteWriter, malformed, parse } from './binary.ts';
import { ID_BYTES, idFromBytes, idToBytes, type VaultId } from './ids.ts';
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

/** What the ceremony needs before it can ask the authenticator. */
export interface PasskeyReference {
  readonly credentialId: Bytes;
  /** 32 bytes at which the PRF is evaluated. */
  readonly prfSalt: Bytes;
}

export type PasskeyUnwrapping =
  | { readonly kind: 'opened'; readonly vaultKey: VaultKey; readonly vaultId: VaultId }
  | { readonly kind: 'wrong-passkey' }
  | { readonly kind: 'refused'; readonly reason: 'newer-version' }
  | { readonly kind: 'damaged'; readonly reason: DamageReason };

export const PRF_BYTES = 32;
const MAX_CREDENTIAL_ID_BYTES = 1023;

/** Throws if the credential id or the PRF output does not have a possible length. */
export async function wrapWithPasskey(
  vaultKey: VaultKey,
  vaultId: VaultId,
  passkey: PasskeyReference,
  prfOutput: Uint8Array,
  random: Random,
): Promise<Bytes> {
  const { credentialId, prfSalt } = passkey;
  if (
    credentialId.length === 0 ||
    credentialId.length > MAX_CREDENTIAL_ID_BYTES ||
    prfSalt.length !== PRF_BYTES
  ) {
    throw new RangeError('not a passkey with a PRF');
  }
  const bound = byteWriter()
    .bytes(recordHeader('passkey-wrap'))
    .bytes(idToBytes(vaultId))
    .var16(credentialId)
    .bytes(prfSalt)
    .done();
  const key = await wrappingKey(prfOutput, vaultId);
  return withChecksum(concatBytes(bound, await sealBytes(key, vaultKey, bound, random)));
}

type PasskeyWrap =
  | {
      readonly kind: 'ours';
      readonly vaultId: VaultId;
      readonly passkey: PasskeyReference;
      readonly bound: Bytes;
      readonly sealed: Bytes;
    }
  | Extract<PasskeyUnwrapping, { kind: 'refused' | 'damaged' }>;

/** Which passkey to ask for, and at which salt; or why the record cannot be used. */
export async function readPasskeyWrap(record: Uint8Array): Promise<PasskeyWrap> {
  const checked = await readChecksummed(record, 'passkey-wrap');
  if (checked.kind !== 'ours') return checked;
  const read = parse(checked.body, (reader) => {
    reader.bytes(RECORD_HEADER_BYTES);
    const vaultId = idFromBytes<VaultId>(reader.bytes(ID_BYTES));
    const credentialId = reader.var16();
    if (credentialId.length === 0 || credentialId.length > MAX_CREDENTIAL_ID_BYTES)
      malformed('credential id');
    const prfSalt = reader.bytes(PRF_BYTES);
    const bound = checked.body.slice(0, checked.body.length - reader.left());
    const sealed = reader.bytes(NONCE_BYTES + VAULT_KEY_BYTES + TAG_BYTES);
    return { vaultId, passkey: { credentialId, prfSalt }, bound, sealed };
  });
  return read === null ? { kind: 'damaged', reason: 'malformed' } : { kind: 'ours', ...read };
}

export async function unwrapWithPasskey(
  record: Uint8Array,
  prfOutput: Uint8Array,
): Promise<PasskeyUnwrapping> {
  const wrap = await readPasskeyWrap(record);
  if (wrap.kind !== 'ours') return wrap;
  const vaultKey = await openBytes(await wrappingKey(prfOutput, wrap.vaultId), wrap.sealed, wrap.bound);
  if (vaultKey === null) return { kind: 'wrong-passkey' };
  return { kind: 'opened', vaultKey: vaultKeyFromBytes(vaultKey), vaultId: wrap.vaultId };
}

function wrappingKey(prfOutput: Uint8Array, vaultId: VaultId): Promise<CryptoKey> {
  if (prfOutput.length !== PRF_BYTES) throw new RangeError('a PRF gives 32 bytes');
  return deriveAesKey(prfOutput, 'wrap-passkey', idToBytes(vaultId));
}
