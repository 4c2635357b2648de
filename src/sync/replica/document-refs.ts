// What a document's id stands for. The id of a private document says nothing of its client to whoever lacks the client's key
// (K4): those of all clients are derived when one is asked about, and never before.
import { privateDocIdUnder, type DocumentRef } from '../vault/content-keys.ts';
import type { DocId } from '../vault/ids.ts';
import type { KeyBundle } from '../vault/key-bundle.ts';
import type { UnlockedKeys } from './unlocked-keys.ts';

export type PrivateRef = Extract<DocumentRef, { readonly kind: 'private' }>;

/** Of every client whose key is in a bundle: the private document's id → the client's. */
export async function privateDocIdsUnder({
  clientKeys,
}: Pick<KeyBundle, 'clientKeys'>): Promise<ReadonlyMap<DocId, DocId>> {
  const pairs = [...clientKeys].map(
    async ([clientDocId, key]) => [await privateDocIdUnder(key, clientDocId), clientDocId] as const,
  );
  return new Map(await Promise.all(pairs));
}

export class DocumentRefs {
  readonly #keys: Pick<UnlockedKeys, 'keyring'>;
  readonly #directoryId: DocId;
  /** By the private document's id; clients that were erased since are in it still. */
  readonly #known = new Map<DocId, DocId>();
  readonly #derivedFor = new Set<DocId>();

  constructor(keys: Pick<UnlockedKeys, 'keyring'>, directoryId: DocId) {
    this.#keys = keys;
    this.#directoryId = directoryId;
  }

  /** An id that none of our keys knows is taken for a client's whose key is not here. */
  async of(docId: DocId): Promise<DocumentRef> {
    if (docId === this.#directoryId) return { kind: 'directory', docId };
    if (this.#keys.keyring.clientKeys.has(docId)) return { kind: 'client', docId };
    return (await this.privates()).find((ref) => ref.docId === docId) ?? { kind: 'client', docId };
  }

  /** Of every client whose key is here, whether or not anything was ever written in it. */
  async privates(): Promise<readonly PrivateRef[]> {
    const { clientKeys } = this.#keys.keyring;
    const fresh = new Map([...clientKeys].filter(([clientDocId]) => !this.#derivedFor.has(clientDocId)));
    for (const [docId, clientDocId] of await privateDocIdsUnder({ clientKeys: fresh })) {
      this.#known.set(docId, clientDocId);
      this.#derivedFor.add(clientDocId);
    }
    return [...this.#known]
      .filter(([, clientDocId]) => clientKeys.has(clientDocId))
      .map(([docId, clientDocId]) => ({ kind: 'private', docId, clientDocId }));
  }

  /** Null: this client's key is not here. */
  async privateOf(clientDocId: DocId): Promise<PrivateRef | null> {
    const key = this.#keys.keyring.clientKeys.get(clientDocId);
    return key === undefined
      ? null
      : { kind: 'private', docId: await privateDocIdUnder(key, clientDocId), clientDocId };
  }
}
