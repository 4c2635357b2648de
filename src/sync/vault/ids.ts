// Ids are 16 bytes; in the code they are 32 lower-case hex digits, branded so that one cannot pass for another.
import { concatBytes, randomBytes, sha256, type Bytes, type Random } from './bytes.ts';
import { fromHex, toHex, toUtf8 } from './text.ts';

declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type VaultId = Id<'VaultId'>;
export type DocId = Id<'DocId'>;
export type EpochId = Id<'EpochId'>;
export type SessionId = Id<'SessionId'>;
/** First 16 bytes of SHA-256 of the device's Ed25519 public key. */
export type DeviceId = Id<'DeviceId'>;
/** First 16 bytes of SHA-256 of the recovery sheet's Ed25519 public key. */
export type RecoveryId = Id<'RecoveryId'>;
/** 32 bytes: SHA-256 of a whole registry statement. */
export type StatementId = Id<'StatementId'>;

export type AnyId = VaultId | DocId | EpochId | SessionId | DeviceId | RecoveryId;
export const ID_BYTES = 16;

/** 16 bytes (32 for a statement) as an id of the kind that the caller knows them to be. */
export function idFromBytes<I extends AnyId | StatementId>(bytes: Uint8Array): I {
  // The one place where a brand is put on: the bytes' place in a record says which id they are.
  return toHex(bytes) as I;
}

export function idToBytes(id: AnyId | StatementId): Bytes {
  const bytes = fromHex(id);
  if (bytes === null) throw new RangeError('an id must be lower-case hex');
  return bytes;
}

function parseId<I extends AnyId>(text: string): I | null {
  const bytes = fromHex(text);
  return bytes?.length === ID_BYTES ? idFromBytes<I>(bytes) : null;
}

/** Null if the text is not 32 lower-case hex digits. */
export const parseVaultId = (text: string): VaultId | null => parseId<VaultId>(text);
export const parseDocId = (text: string): DocId | null => parseId<DocId>(text);
export const parseEpochId = (text: string): EpochId | null => parseId<EpochId>(text);
export const parseSessionId = (text: string): SessionId | null => parseId<SessionId>(text);
export const parseDeviceId = (text: string): DeviceId | null => parseId<DeviceId>(text);

export const newDocId = (random: Random): DocId => idFromBytes<DocId>(randomBytes(random, ID_BYTES));
export const newSessionId = (random: Random): SessionId =>
  idFromBytes<SessionId>(randomBytes(random, ID_BYTES));

export async function hashToId<I extends AnyId>(...parts: readonly Uint8Array[]): Promise<I> {
  return idFromBytes<I>((await sha256(concatBytes(...parts))).subarray(0, ID_BYTES));
}

export const deviceIdOf = (ed25519PublicKey: Uint8Array): Promise<DeviceId> =>
  hashToId<DeviceId>(ed25519PublicKey);

export const recoveryIdOf = (ed25519PublicKey: Uint8Array): Promise<RecoveryId> =>
  hashToId<RecoveryId>(ed25519PublicKey);

/** A vault's id certifies the keys of the device that founded it (PROTOCOL 2). */
export const vaultIdOf = (founder: {
  readonly ed25519PublicKey: Uint8Array;
  readonly x25519PublicKey: Uint8Array;
}): Promise<VaultId> =>
  hashToId<VaultId>(toUtf8('soundings/v1/vault-id\0'), founder.ed25519PublicKey, founder.x25519PublicKey);

/** Every device of a vault names its directory alike without asking. */
export const directoryDocIdOf = (vaultId: VaultId): Promise<DocId> =>
  hashToId<DocId>(toUtf8('soundings/v1/directory-id\0'), idToBytes(vaultId));
