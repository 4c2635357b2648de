// The documents of an unlocked vault: each is open once, however many use it, and closed by the last one.
import * as Y from 'yjs';
import { headOf } from '../store/head.ts';
import { storeReasonOf } from '../store/store-failure.ts';
import { bytesEqual } from '../vault/bytes.ts';
import type { DocumentRef } from '../vault/content-keys.ts';
import type { DocId } from '../vault/ids.ts';
import { asDocId } from './as-doc-id.ts';
import { isWaitingForMore } from './covers.ts';
import type { DirtyMarks } from './dirty-marks.ts';
import { isWhole } from './document-health.ts';
import type { DocumentStatus } from './document-status.ts';
import { addMissing, unopenedBlobs, wholeOuter } from './mend-document.ts';
import { OpenDocument } from './open-document.ts';
import type { Quarantine } from './quarantine.ts';
import type { UnlockedKeys } from './unlocked-keys.ts';
import type { VaultPorts } from './vault-ports.ts';

export interface ShelfDeps extends Pick<VaultPorts, 'documents' | 'tables'> {
  readonly keys: UnlockedKeys;
  readonly dirty: DirtyMarks;
  readonly quarantine: Quarantine;
  readonly isStillWriter: () => Promise<boolean>;
  /** A document opened whole, and pieces of it that were set aside are back. */
  readonly noteHealed: () => Promise<void>;
}

const sealAfterMs = 500;

interface Shared {
  readonly opening: Promise<OpenDocument>;
  /** Null until it is open. */
  document: OpenDocument | null;
  users: number;
}

export class DocumentShelf {
  readonly #deps: ShelfDeps;
  readonly #shared = new Map<DocId, Shared>();
  readonly #open = new Set<OpenDocument>();
  readonly #listeners = new Set<() => void>();

  constructor(deps: ShelfDeps) {
    this.#deps = deps;
  }

  /** A document whose key is not here opens with everything late or damaged. */
  open(ref: DocumentRef): Promise<OpenDocument> {
    const known = this.#shared.get(ref.docId);
    if (known) {
      known.users += 1;
      return known.opening;
    }
    const opening = this.#openDocument(ref);
    const shared: Shared = { opening, document: null, users: 1 };
    this.#shared.set(ref.docId, shared);
    opening.then(
      (document) => (shared.document = document),
      // A document that could not be opened may be tried again; whoever asked is told by the promise itself.
      () => this.#shared.delete(ref.docId),
    );
    return opening;
  }

  async #openDocument(ref: DocumentRef): Promise<OpenDocument> {
    const { tables, documents, keys, dirty, quarantine, isStillWriter } = this.#deps;
    const [log, head, marks, short, mustCheck] = await Promise.all([
      documents.open(ref.docId),
      tables.readHead(ref.docId),
      dirty.all(),
      quarantine.shortDocuments(),
      quarantine.untrustedIn(ref.docId),
    ]);
    const document = await OpenDocument.open({
      log,
      sealer: keys.sealerFor(ref),
      mustCheck,
      expectedHead: marks.has(ref.docId) ? null : head,
      isKnownShort: short.has(ref.docId),
      isStillWriter,
      markDirty: () => dirty.mark([ref.docId]),
      quarantine: (rows) => quarantine.setAside(ref, rows),
      sealAfterMs,
    });
    document.subscribe(() => this.#changed());
    this.#open.add(document);
    if (isWhole(document.health) && (await quarantine.noteHealed(ref, document.cover())))
      await this.#deps.noteHealed();
    return document;
  }

  /** Gives an open document back; the last user closes it, after compacting it if that is due. */
  async release(document: OpenDocument): Promise<void> {
    const shared = this.#shared.get(asDocId(document.docId));
    // One that was replaced is nobody's any more, whoever has opened its successor.
    if (shared?.document !== document || !this.#open.has(document)) return;
    shared.users -= 1;
    if (shared.users > 0) return;
    await document.compact();
    const status = await document.flush();
    // Somebody may have opened it again meanwhile.
    if (shared.users > 0) return;
    if (status.kind === 'saved') await this.#evict(document);
    else this.#evictWhenSaved(document, shared);
  }

  /** Closes it, whoever has it open. */
  async discard(docId: DocId): Promise<void> {
    const shared = this.#shared.get(docId);
    if (shared) await this.#evict(await shared.opening);
  }

  /** What is not saved lies nowhere else: it stays open, and in the status, until it is. */
  #evictWhenSaved(document: OpenDocument, shared: { readonly users: number }): void {
    const stop = document.subscribe(() => {
      if (shared.users > 0) stop();
      else if (document.status.kind === 'saved') {
        stop();
        void this.#evict(document);
      }
    });
  }

  /** Two releases may come here together: after the first the entry may be of another opening. */
  async #evict(document: OpenDocument): Promise<void> {
    const docId = asDocId(document.docId);
    if (this.#shared.get(docId)?.document !== document) return;
    this.#shared.delete(docId);
    this.#open.delete(document);
    await document.close();
    this.#changed();
  }

  /**
   * Fills `outer` with a document's sealed state as it stands in memory or on disk; opens and writes nothing. What the store
   * does not give out is not whole, and does not keep the rest from being read.
   */
  async readOuter(docId: DocId, outer: Y.Doc): Promise<{ readonly isWhole: boolean }> {
    const shared = this.#shared.get(docId);
    if (shared) {
      const document = await shared.opening;
      Y.applyUpdate(outer, await document.encodeAll());
      return { isWhole: isWhole(document.health) };
    }
    try {
      const log = await this.#deps.documents.open(docId);
      Y.applyUpdate(outer, Y.encodeStateAsUpdate(log.outer));
      const isReadable = log.isRead && log.damagedRows.length === 0 && !isWaitingForMore(log.outer);
      await log.close();
      return { isWhole: isReadable && !(await this.#isShort(docId, outer)) };
    } catch (error) {
      if (storeReasonOf(error) === null) throw error;
      return { isWhole: false };
    }
  }

  /** Less lies on the disk than was saved. */
  async #isShort(docId: DocId, outer: Y.Doc): Promise<boolean> {
    const { tables, dirty, quarantine } = this.#deps;
    const [head, marks, short] = await Promise.all([
      tables.readHead(docId),
      dirty.all(),
      quarantine.shortDocuments(),
    ]);
    if (short.has(docId)) return true;
    return head !== null && !marks.has(docId) && !bytesEqual(await headOf(outer), head);
  }

  /**
   * Puts a document that came whole from elsewhere in the place of one that is damaged here (B5): the same Yjs ids would make
   * a merge change nothing. What can be read here is sealed anew into it, and what is intact but cannot be read goes along.
   * Whoever had the document open must open it again.
   */
  async replaceDamaged(ref: DocumentRef, update: Uint8Array): Promise<'replaced' | 'refused' | 'not-saved'> {
    const { documents, keys, quarantine } = this.#deps;
    const sealer = keys.sealerFor(ref);
    const outer = await wholeOuter(update, sealer);
    if (!outer) return 'refused';
    const document = await this.open(ref);
    if ((await document.mayNotWrite()) !== null) {
      await this.release(document);
      return 'not-saved';
    }
    const { intact, damaged } = await unopenedBlobs(document, sealer);
    if ((await quarantine.keep(ref, damaged)) !== null) {
      await this.release(document);
      return 'not-saved';
    }
    await addMissing(outer, intact);
    // Closed first: what is typed up to here is in the readable part, and nothing goes into the old rows any more.
    await this.#evict(document);
    outer.getArray('blobs').push([await document.sealReadable()]);
    const status = await documents.replace(ref.docId, Y.encodeStateAsUpdate(outer));
    return status.kind === 'saved' ? 'replaced' : 'not-saved';
  }

  /** Open documents that are not empty, saved or not. */
  get writtenIds(): readonly string[] {
    return [...this.#open].filter((document) => document.revision > 0).map(({ docId }) => docId);
  }

  /** The worst of all open documents: not saved, saving, or saved. */
  get status(): DocumentStatus {
    let worst: DocumentStatus = { kind: 'saved' };
    for (const { status } of this.#open) {
      if (status.kind === 'not-saved') return status;
      if (status.kind === 'saving') worst = status;
    }
    return worst;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }

  async flush(): Promise<DocumentStatus> {
    await Promise.all([...this.#open].map((document) => document.flush()));
    return this.status;
  }

  async retry(): Promise<DocumentStatus> {
    await Promise.all([...this.#open].map((document) => document.retry()));
    return this.status;
  }

  /** What could not be saved, as sealed updates: to be kept elsewhere when the vault has to lock all the same (P5). */
  async unsaved(): Promise<readonly { readonly docId: string; readonly update: Uint8Array }[]> {
    const open = [...this.#open].filter(({ status }) => status.kind === 'not-saved');
    return Promise.all(
      open.map(async (document) => ({ docId: document.docId, update: await document.unsavedUpdate() })),
    );
  }

  async closeAll(): Promise<void> {
    for (const document of this.#open) {
      await document.compact();
      this.#open.delete(document);
      await document.close();
    }
    this.#shared.clear();
    this.#listeners.clear();
  }
}
