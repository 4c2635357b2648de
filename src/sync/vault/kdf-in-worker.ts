// Argon2id off the main thread: a worker per derivation, ended when it has answered or the signal aborts, so that its
// 64 to 256 MiB never outlive the unlock.
import type { DeriveKey } from './kdf.ts';
import type { KdfReply, KdfRequest } from './kdf-messages.ts';

/** The part of a Worker that is used. */
export type KdfWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

export const startKdfWorker = (): KdfWorker =>
  new Worker(new URL('./kdf-worker.ts', import.meta.url), { type: 'module', name: 'soundings-kdf' });

/** A DeriveKey that runs in a worker. Rejects with an Error if the worker fails (no memory, no WebAssembly). */
export function kdfInWorker(startWorker: () => KdfWorker = startKdfWorker): DeriveKey {
  return async (passphrase, header, signal) => {
    signal?.throwIfAborted();
    const worker = startWorker();
    try {
      const reply = await ask(worker, { passphrase, header }, signal);
      if (reply.kind === 'failed') throw new Error(`the key could not be derived: ${reply.message}`);
      return reply.key;
    } finally {
      worker.terminate();
    }
  };
}

function ask(worker: KdfWorker, request: KdfRequest, signal: AbortSignal | undefined): Promise<KdfReply> {
  return new Promise((resolve, reject) => {
    const ended = new AbortController();
    const once = { once: true, signal: ended.signal };
    const settle = (finish: () => void): void => {
      ended.abort();
      finish();
    };
    worker.addEventListener(
      'message',
      (event: MessageEvent<KdfReply>) => settle(() => resolve(event.data)),
      once,
    );
    worker.addEventListener(
      'error',
      (event) => settle(() => reject(new Error(`the KDF worker failed: ${event.message}`))),
      once,
    );
    const onAbort = (): void =>
      settle(() => reject(signal?.reason instanceof Error ? signal.reason : new Error('aborted')));
    signal?.addEventListener('abort', onAbort, once);
    worker.postMessage(request);
  });
}
