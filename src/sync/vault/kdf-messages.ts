// What the page and the KDF worker say to each other: one question, one answer.
import type { KdfHeader } from './kdf.ts';

export interface KdfRequest {
  readonly passphrase: string;
  readonly header: KdfHeader;
}

export type KdfReply =
  | { readonly kind: 'derived'; readonly key: Uint8Array }
  | { readonly kind: 'failed'; readonly message: string };
