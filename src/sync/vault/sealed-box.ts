// Sealed to an X25519 public key, for one purpose and context (PROTOCOL 3). It does not say who sealed it.
import { concatBytes, randomBytes, type Bytes, type Random } from './bytes.ts';
import {
  keyPairFromSeed,
  PUBLIC_KEY_BYTES,
  SEED_BYTES,
  sharedSecret,
  type KeyPairSeed,
} from './key-pairs.ts';
import { deriveAesKey, type Purpose } from './purposes.ts';
import { NONCE_BYTES, openBytes, sealBytes, TAG_BYTES } from './seal.ts';

export type BoxPurpose = Extract<Purpose, `box/${string}`>;
export const BOX_OVERHEAD_BYTES = PUBLIC_KEY_BYTES + NONCE_BYTES + TAG_BYTES;

/** `ephemeral public key · nonce · ciphertext`. Throws if the recipient's key is not a usable one. */
export async function sealToPublicKey(
  recipientPublicKey: Uint8Array,
  purpose: BoxPurpose,
  context: Uint8Array,
  plain: Uint8Array,
  random: Random,
): Promise<Bytes> {
  const ephemeral = await keyPairFromSeed('X25519', randomBytes(random, SEED_BYTES));
  const secret = await sharedSecret(ephemeral.seed, recipientPublicKey);
  if (secret === null) throw new Error('the recipient has no usable X25519 key');
  const key = await deriveAesKey(secret, purpose, ephemeral.publicKey, recipientPublicKey, context);
  return concatBytes(ephemeral.publicKey, await sealBytes(key, plain, context, random));
}

/** Null if the box is for another key, purpose or context, or a byte of it changed. */
export async function openSealedBox(
  recipient: KeyPairSeed,
  purpose: BoxPurpose,
  context: Uint8Array,
  box: Uint8Array,
): Promise<Bytes | null> {
  if (box.length < BOX_OVERHEAD_BYTES) return null;
  const ephemeralPublicKey = box.subarray(0, PUBLIC_KEY_BYTES);
  const secret = await sharedSecret(recipient.seed, ephemeralPublicKey);
  if (secret === null) return null;
  const key = await deriveAesKey(secret, purpose, ephemeralPublicKey, recipient.publicKey, context);
  return openBytes(key, box.subarray(PUBLIC_KEY_BYTES), context);
}
