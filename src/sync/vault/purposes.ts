// Every key is derived for one named purpose (K4). This table is PROTOCOL 1.3; a purpose is never used twice.
import { asBytes, concatBytes, type Bytes } from './bytes.ts';
import { toUtf8 } from './text.ts';

export const PURPOSES = [
  'blob/directory',
  'blob/client',
  'blob/private',
  'series',
  'quarantine',
  'client-name',
  'private-id',
  'check-in',
  'summaries',
  'audit',
  'preferences',
  'backup',
  'mailbox',
  'client-keys',
  'device-name',
  'epoch-commitment',
  'keyring',
  'wrap-passphrase',
  'wrap-passkey',
  'wrap-pin',
  'recovery-x25519',
  'recovery-ed25519',
  'box/grant',
  'box/recovery-keyring',
  'box/check-in',
  'box/hand-over',
  'pairing',
] as const;

export type Purpose = (typeof PURPOSES)[number];

const NO_SALT = new Uint8Array(0);

function derivation(purpose: Purpose, context: readonly Uint8Array[]): HkdfParams {
  const name = toUtf8(`soundings/v1/${purpose}\0`);
  return { name: 'HKDF', hash: 'SHA-256', salt: NO_SALT, info: concatBytes(name, ...context) };
}

const importSecret = (secret: Uint8Array, usage: 'deriveKey' | 'deriveBits'): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', asBytes(secret), 'HKDF', false, [usage]);

/** A non-extractable AES-256-GCM key from a uniformly random secret. Parts of `context` have fixed lengths. */
export async function deriveAesKey(
  secret: Uint8Array,
  purpose: Purpose,
  ...context: readonly Uint8Array[]
): Promise<CryptoKey> {
  const key = await importSecret(secret, 'deriveKey');
  const aes = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey(derivation(purpose, context), key, aes, false, ['encrypt', 'decrypt']);
}

/**
 * The same, but it can be exported: for the keyring's key, which a hand-over wraps under a PIN (H5). Code in the page can read
 * what it opens anyway; what counts is that it is never stored (K2) and that nothing but the wrap exports it.
 */
export async function deriveWrappableAesKey(
  secret: Uint8Array,
  purpose: Purpose,
  ...context: readonly Uint8Array[]
): Promise<CryptoKey> {
  const key = await importSecret(secret, 'deriveKey');
  const aes = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey(derivation(purpose, context), key, aes, true, ['encrypt', 'decrypt']);
}

/** 32 bytes: a seed, a commitment or an id, never an AES key. */
export async function deriveBytes(
  secret: Uint8Array,
  purpose: Purpose,
  ...context: readonly Uint8Array[]
): Promise<Bytes> {
  const key = await importSecret(secret, 'deriveBits');
  return new Uint8Array(await crypto.subtle.deriveBits(derivation(purpose, context), key, 256));
}
