// Plain work on bytes. WebCrypto asks for views of a plain ArrayBuffer, so `Bytes` is what the vault hands round.

export type Bytes = Uint8Array<ArrayBuffer>;

/** Gives n random bytes: `crypto.getRandomValues` in the app, a seeded stream in tests. */
export type Random = (length: number) => Uint8Array;

/** The same bytes on a plain ArrayBuffer; copies only if they lie in shared memory. */
export function asBytes(bytes: Uint8Array): Bytes {
  return isPlain(bytes) ? bytes : new Uint8Array(bytes);
}

function isPlain(bytes: Uint8Array): bytes is Bytes {
  return bytes.buffer instanceof ArrayBuffer;
}

/** Asks for random bytes and insists on having got as many as asked for. */
export function randomBytes(random: Random, length: number): Bytes {
  const bytes = random(length);
  if (bytes.length !== length) throw new Error(`asked for ${length} random bytes, got ${bytes.length}`);
  return asBytes(bytes);
}

export const concatBytes = (...parts: readonly Uint8Array[]): Bytes => joinBytes(parts);

/** For lists of any length: a call's arguments are limited by the stack. */
export function joinBytes(parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** Compares without stopping at the first difference; the lengths are not secret. */
export function bytesEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}

/** Orders like the lower-case hex text of the bytes. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Overwrites a secret that is no longer needed. Copies that the engine made are out of reach. */
export function wipe(secret: Uint8Array): void {
  secret.fill(0);
}

/** Hands a secret to `use` and overwrites it afterwards, whatever comes of that. */
export async function useAndWipe<Secret extends Uint8Array, Result>(
  secret: Secret,
  use: (secret: Secret) => Promise<Result>,
): Promise<Result> {
  try {
    return await use(secret);
  } finally {
    wipe(secret);
  }
}

export async function sha256(bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', asBytes(bytes)));
}
