// For tests only (L4): the shape of the KDF without its cost. It lives beside the tests and is never built.
import type { DeriveKey } from '../../../src/sync/vault/kdf.ts';
import { encodeKdfHeader } from '../../../src/sync/vault/kdf.ts';

export const fastKdf: DeriveKey = async (passphrase, header, signal) => {
  signal?.throwIfAborted();
  const secret = new TextEncoder().encode(passphrase);
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const info = encodeKdfHeader(header);
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 256));
};
