import * as Y from 'yjs';

/**
 * The head of a document (VAULT B8): the same on every replica that holds the same blobs and deletions.
 * @returns 32 bytes, SHA-256 of the outer document's encoded snapshot; not the state vector, which ignores deletes.
 */
export async function headOf(outer: Y.Doc): Promise<Uint8Array> {
  const snapshot = Y.encodeSnapshot(Y.snapshot(outer));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(snapshot)));
}
