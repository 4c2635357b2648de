// AES-256-GCM with a random 96-bit nonce in front: `nonce · ciphertext · tag`.
import { asBytes, concatBytes, randomBytes, type Bytes, type Random } from './bytes.ts';

export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** A fresh nonce is drawn for each call; 2^32 calls per key are far beyond what one document makes. */
export async function sealBytes(
  key: CryptoKey,
  plain: Uint8Array,
  additional: Uint8Array,
  random: Random,
): Promise<Bytes> {
  const iv = randomBytes(random, NONCE_BYTES);
  const parameters = { name: 'AES-GCM', iv, additionalData: asBytes(additional) };
  return concatBytes(iv, new Uint8Array(await crypto.subtle.encrypt(parameters, key, asBytes(plain))));
}

/** Null if the tag does not verify: another key, other additional data, or a changed byte. */
export async function openBytes(
  key: CryptoKey,
  sealed: Uint8Array,
  additional: Uint8Array,
): Promise<Bytes | null> {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
  const iv = asBytes(sealed).subarray(0, NONCE_BYTES);
  const parameters = { name: 'AES-GCM', iv, additionalData: asBytes(additional) };
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt(parameters, key, asBytes(sealed).subarray(NONCE_BYTES)),
    );
  } catch (error) {
    // WebCrypto says OperationError for a tag that does not verify; anything else is our bug.
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}
