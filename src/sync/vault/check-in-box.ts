// The key between a check-in's page and its reader: both public keys and the check-in are bound into it (H3).
import { concatBytes, type Bytes } from './bytes.ts';
import { keyPairFromSeed, sharedSecret } from './key-pairs.ts';
import { deriveAesKey } from './purposes.ts';

export const PAYLOAD_BLOCK = 256;

/** Null if the other public key is refused. */
export async function boxKey(
  ownSeed: Bytes,
  theirPublicKey: Bytes,
  checkInId: Bytes,
  keys: { readonly recipient: Bytes; readonly ephemeral: Bytes },
): Promise<CryptoKey | null> {
  const secret = await sharedSecret(ownSeed, theirPublicKey);
  if (!secret) return null;
  return deriveAesKey(secret, 'box/check-in', concatBytes(checkInId, keys.recipient, keys.ephemeral));
}

export const publicKeyOf = async (seed: Bytes): Promise<Bytes> =>
  (await keyPairFromSeed('X25519', seed)).publicKey;
