// Ed25519 and X25519 pairs from 32-byte seeds, through WebCrypto. The seed is what a keyring keeps; in memory only
// non-extractable CryptoKeys do the work.
import { asBytes, concatBytes, type Bytes } from './bytes.ts';
import { fromBase64Url } from './text.ts';

export const SEED_BYTES = 32;
export const PUBLIC_KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

type Curve = 'Ed25519' | 'X25519';

/** RFC 8410 section 7: what stands before the 32-byte seed in PKCS#8; only the last byte of the OID differs. */
function pkcs8(curve: Curve, seed: Uint8Array): Bytes {
  if (seed.length !== SEED_BYTES) throw new RangeError('a seed has 32 bytes');
  const oidEnd = curve === 'Ed25519' ? 0x70 : 0x6e;
  const prefix = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, oidEnd, 4, 0x22, 4, 0x20];
  return concatBytes(new Uint8Array(prefix), seed);
}

export interface KeyPairSeed {
  readonly seed: Bytes;
  readonly publicKey: Bytes;
}

/** The pair that a seed stands for. The private half is exported once, inside, to learn the public one. */
export async function keyPairFromSeed(curve: Curve, seed: Uint8Array): Promise<KeyPairSeed> {
  const usages: KeyUsage[] = curve === 'Ed25519' ? ['sign'] : ['deriveBits'];
  const key = await crypto.subtle.importKey('pkcs8', pkcs8(curve, seed), { name: curve }, true, usages);
  const publicKey = fromBase64Url((await crypto.subtle.exportKey('jwk', key)).x ?? '');
  if (publicKey?.length !== PUBLIC_KEY_BYTES) throw new Error(`${curve} gave no public key`);
  return { seed: new Uint8Array(seed), publicKey };
}

export const signingKey = (seed: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('pkcs8', pkcs8('Ed25519', seed), { name: 'Ed25519' }, false, ['sign']);

/** Null if the 32 bytes are refused as a public key. */
export function verifyingKey(publicKey: Uint8Array): Promise<CryptoKey | null> {
  return orNull(crypto.subtle.importKey('raw', asBytes(publicKey), { name: 'Ed25519' }, true, ['verify']));
}

export async function sign(key: CryptoKey, message: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign({ name: 'Ed25519' }, key, asBytes(message)));
}

export function signatureIsValid(
  key: CryptoKey,
  signature: Uint8Array,
  message: Uint8Array,
): Promise<boolean> {
  return crypto.subtle.verify({ name: 'Ed25519' }, key, asBytes(signature), asBytes(message));
}

/** X25519. Null if the public key is refused or of low order (an all-zero secret, RFC 7748 section 6.1). */
export async function sharedSecret(seed: Uint8Array, publicKey: Uint8Array): Promise<Bytes | null> {
  const own = await crypto.subtle.importKey('pkcs8', pkcs8('X25519', seed), { name: 'X25519' }, false, [
    'deriveBits',
  ]);
  const theirs = await orNull(
    crypto.subtle.importKey('raw', asBytes(publicKey), { name: 'X25519' }, true, []),
  );
  if (theirs === null) return null;
  const bits = await orNull(crypto.subtle.deriveBits({ name: 'X25519', public: theirs }, own, 256));
  if (bits === null) return null;
  const secret = new Uint8Array(bits);
  return secret.every((byte) => byte === 0) ? null : secret;
}

/** WebCrypto refuses keys with a DataError or OperationError; other errors are our bugs and pass through. */
async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    const isRefusal = error instanceof DOMException && ['DataError', 'OperationError'].includes(error.name);
    if (isRefusal) return null;
    throw error;
  }
}
