// Entry of the KDF worker: answers one request. The page ends it afterwards, which is what frees the memory.
import { deriveKeyWithArgon2 } from './argon2.ts';
import type { KdfReply, KdfRequest } from './kdf-messages.ts';

async function answer(request: KdfRequest): Promise<KdfReply> {
  try {
    return { kind: 'derived', key: await deriveKeyWithArgon2(request.passphrase, request.header) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

addEventListener('message', (event: MessageEvent<KdfRequest>) => {
  void answer(event.data).then((reply) => {
    postMessage(reply);
  });
});
