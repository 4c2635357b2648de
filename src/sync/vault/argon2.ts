// The real KDF: Argon2id of hash-wasm, on the thread that calls it. The app runs it in a worker (kdf-in-worker.ts).
import { kdfProblem, normalisePassphrase, type DeriveKey } from './kdf.ts';
import { toUtf8 } from './text.ts';

const KEY_BYTES = 32;

/** Throws for a cost outside the bounds: callers refuse such a record before they come here. */
export const deriveKeyWithArgon2: DeriveKey = async (passphrase, header, signal) => {
  const problem = kdfProblem(header);
  if (problem !== null) throw new RangeError(problem);
  signal?.throwIfAborted();
  // Loaded when a passphrase is first needed: 27 KB of WebAssembly that a passkey unlock does without.
  const { argon2id } = await import('hash-wasm');
  signal?.throwIfAborted();
  return argon2id({
    password: toUtf8(normalisePassphrase(passphrase)),
    salt: header.salt,
    iterations: header.iterations,
    parallelism: header.parallelism,
    memorySize: header.memoryKiB,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  });
};
