// All keys of one device of one vault, sealed under its vault key (K2, PROTOCOL 4.3).
import { byteWriter, parse } from './binary.ts';
import { bytesEqual, concatBytes, randomBytes, type Bytes, type Random } from './bytes.ts';
import { deviceFromPairs, type DeviceWithSecrets } from './device.ts';
import { ID_BYTES, idFromBytes, idToBytes, type VaultId } from './ids.ts';
import { encodeKeyBundle, readKeyBundle, type KeyBundle } from './key-bundle.ts';
import { PUBLIC_KEY_BYTES, SEED_BYTES } from './key-pairs.ts';
import { FULL_FLOOR, pad, unpad } from './padding.ts';
import {
  readChecksummed,
  RECORD_HEADER_BYTES,
  recordHeader,
  withChecksum,
  type DamageReason,
} from './record-header.ts';
import { openBytes, sealBytes } from './seal.ts';

export interface Keyring extends KeyBundle {
  readonly vaultId: VaultId;
  readonly device: DeviceWithSecrets;
  /** This device's own, for the caseload cache; a new one after every erasure (K5). */
  readonly cacheKey: Bytes;
}

export type KeyringOpening =
  | { readonly kind: 'opened'; readonly keyring: Keyring }
  | { readonly kind: 'refused'; readonly reason: 'newer-version' }
  | { readonly kind: 'damaged'; readonly reason: DamageReason };

const CACHE_KEY_BYTES = 32;

export const newCacheKey = (random: Random): Bytes => randomBytes(random, CACHE_KEY_BYTES);

/** The key comes from `keyringKeyOf(vaultKey, vaultId)`. */
export async function sealKeyring(keyring: Keyring, keyringKey: CryptoKey, random: Random): Promise<Bytes> {
  const bound = concatBytes(recordHeader('keyring'), idToBytes(keyring.vaultId));
  const plain = pad(encodeKeyring(keyring), FULL_FLOOR);
  return withChecksum(concatBytes(bound, await sealBytes(keyringKey, plain, bound, random)));
}

/** With the right key a seal that does not open is damage: the passphrase has been proved by the wrap. */
export async function openKeyring(record: Uint8Array, keyringKey: CryptoKey): Promise<KeyringOpening> {
  const checked = await readChecksummed(record, 'keyring');
  if (checked.kind !== 'ours') return checked;
  const boundBytes = RECORD_HEADER_BYTES + ID_BYTES;
  const bound = checked.body.subarray(0, boundBytes);
  const padded = await openBytes(keyringKey, checked.body.subarray(boundBytes), bound);
  if (padded === null) return { kind: 'damaged', reason: 'seal-broken' };
  const plain = unpad(padded, FULL_FLOOR);
  const keyring = plain && (await decodeKeyring(plain));
  const isOfThisVault =
    keyring !== null && bytesEqual(idToBytes(keyring.vaultId), bound.subarray(RECORD_HEADER_BYTES));
  return isOfThisVault ? { kind: 'opened', keyring } : { kind: 'damaged', reason: 'malformed' };
}

function encodeKeyring({ vaultId, device, cacheKey, ...bundle }: Keyring): Bytes {
  return byteWriter()
    .bytes(idToBytes(vaultId))
    .bytes(device.ed25519Seed)
    .bytes(device.ed25519PublicKey)
    .bytes(device.x25519Seed)
    .bytes(device.x25519PublicKey)
    .bytes(cacheKey)
    .bytes(encodeKeyBundle(bundle))
    .done();
}

async function decodeKeyring(plain: Uint8Array): Promise<Keyring | null> {
  const read = parse(plain, (reader) => ({
    vaultId: idFromBytes<VaultId>(reader.bytes(ID_BYTES)),
    ed25519: { seed: reader.bytes(SEED_BYTES), publicKey: reader.bytes(PUBLIC_KEY_BYTES) },
    x25519: { seed: reader.bytes(SEED_BYTES), publicKey: reader.bytes(PUBLIC_KEY_BYTES) },
    cacheKey: reader.bytes(CACHE_KEY_BYTES),
    bundle: readKeyBundle(reader),
  }));
  if (read === null) return null;
  const { vaultId, ed25519, x25519, cacheKey, bundle } = read;
  return { vaultId, device: await deviceFromPairs(ed25519, x25519), cacheKey, ...bundle };
}
