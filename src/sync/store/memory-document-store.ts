import * as Y from 'yjs';
import type { DocumentLog, DocumentStore, SaveStatus } from './document-store.ts';

const saved: SaveStatus = { kind: 'saved' };

/** Documents of the throw-away example vault: gone with the page, nothing ever reaches the disk. */
export class MemoryDocumentStore implements DocumentStore {
  readonly #updatesByDocument = new Map<string, Uint8Array[]>();
  readonly #logs = new Set<MemoryDocumentLog>();

  open(docId: string): Promise<DocumentLog> {
    const log = new MemoryDocumentLog(docId, this.#updatesByDocument);
    this.#logs.add(log);
    return Promise.resolve(log);
  }

  create(docId: string, update: Uint8Array): Promise<SaveStatus> {
    if (this.#updatesByDocument.has(docId))
      return Promise.reject(new Error('create() of a document that holds something already'));
    this.#updatesByDocument.set(docId, [update.slice()]);
    return Promise.resolve(saved);
  }

  replace(docId: string, update: Uint8Array): Promise<SaveStatus> {
    this.#updatesByDocument.set(docId, [update.slice()]);
    return Promise.resolve(saved);
  }

  list(): Promise<readonly string[]> {
    return Promise.resolve([...this.#updatesByDocument.keys()].sort());
  }

  async remove(docId: string): Promise<void> {
    // What is removed does not come back by an edit in a document that is still on the screen.
    for (const log of this.#logs) if (log.docId === docId) await log.close();
    this.#updatesByDocument.delete(docId);
  }
}

class MemoryDocumentLog implements DocumentLog {
  readonly outer = new Y.Doc();
  readonly damagedRows = [];
  readonly isRead = true;
  readonly isNew: boolean;
  readonly docId: string;
  readonly #updatesByDocument: Map<string, Uint8Array[]>;

  constructor(docId: string, updatesByDocument: Map<string, Uint8Array[]>) {
    this.docId = docId;
    this.#updatesByDocument = updatesByDocument;
    const updates = updatesByDocument.get(docId) ?? [];
    this.isNew = updates.length === 0;
    this.outer.transact(() => {
      for (const update of updates) Y.applyUpdate(this.outer, update);
    });
    this.outer.on('update', this.#keep);
  }

  get status(): SaveStatus {
    return saved;
  }

  /** Memory never fails and never waits: there is no change of status to tell. */
  subscribe(): () => void {
    return () => undefined;
  }

  settled(): Promise<SaveStatus> {
    return Promise.resolve(saved);
  }

  retry(): Promise<SaveStatus> {
    return Promise.resolve(saved);
  }

  trim(): Promise<SaveStatus> {
    const updates = this.#updatesByDocument.get(this.docId);
    if (updates !== undefined) {
      const everything = new Y.Doc();
      for (const update of updates) Y.applyUpdate(everything, update);
      updates.splice(0, updates.length, Y.encodeStateAsUpdate(everything));
    }
    return Promise.resolve(saved);
  }

  close(): Promise<void> {
    this.outer.off('update', this.#keep);
    return Promise.resolve();
  }

  readonly #keep = (update: Uint8Array): void => {
    const updates = this.#updatesByDocument.get(this.docId);
    if (updates === undefined) this.#updatesByDocument.set(this.docId, [update]);
    else updates.push(update);
  };
}
