// One document, open: an inner Y.Doc in memory, sealed blobs in the outer one (VAULT B1–B7).
// Typing → pending inner updates → (500 ms, blur, hide, lock) one sealed blob → outer array → strict commit → "Saved".
import * as Y from 'yjs';
import { headOf } from '../store/head.ts';
import { bytesEqual } from '../vault/bytes.ts';
import type { SnapshotCover } from '../vault/snapshot-cover.ts';
import type { DocumentLog, SaveStatus } from '../store/document-store.ts';
import { storeReasonOf } from '../store/store-failure.ts';
import { AppliedBlobs, fromBlobs, type AppliedBlobsDeps } from './applied-blobs.ts';
import { shouldCompact } from './compaction.ts';
import { isWaitingForMore } from './covers.ts';
import type { DocumentHealth } from './document-health.ts';
import type { DocumentNotSavedReason, DocumentStatus } from './document-status.ts';
import { examineUpdate, type Examination } from './examine-update.ts';
import { PendingEdits } from './pending-edits.ts';
import { Turns } from './turns.ts';
import { WriteLeave, type WriteLeaveDeps } from './write-leave.ts';

export interface OpenDocumentDeps
  extends WriteLeaveDeps, Pick<AppliedBlobsDeps, 'sealer' | 'mustCheck' | 'quarantine'> {
  readonly log: DocumentLog;
  /** The head of what was last committed as whole, if nothing was written since (no dirty mark); else null. */
  readonly expectedHead: Uint8Array | null;
  /** Something of this document was found missing before and has not come back. */
  readonly isKnownShort: boolean;
  /** Milliseconds between the first keystroke of a burst and its sealing; B1 says about 500. */
  readonly sealAfterMs: number;
}

export type TakeInOutcome =
  | { readonly kind: 'taken-in'; readonly newBlobs: number; readonly healed: boolean }
  | Extract<Examination, { readonly kind: 'refused' }>
  /** Nothing was changed. */
  | { readonly kind: 'not-saved'; readonly reason: DocumentNotSavedReason };

export class OpenDocument {
  readonly inner = new Y.Doc();
  readonly #deps: OpenDocumentDeps;
  readonly #blobs: Y.Array<Uint8Array>;
  readonly #applied: AppliedBlobs;
  readonly #leave: WriteLeave;
  readonly #pending: PendingEdits;
  readonly #listeners = new Set<() => void>();
  /** The next number; a (session, seq) is never used twice (P8). */
  #nextSeq = 0;
  #revision = 0;
  #sealedRevision = 0;
  #wasRead = false;
  #rowsSetAside = 0;
  #isSealing = false;
  #savedStateVector: Uint8Array;
  #isShort: boolean;
  #failure: DocumentNotSavedReason | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** Seal, compact and take-in run one after the other. */
  readonly #turns = new Turns();
  #isClosed = false;
  readonly #unsubscribeLog: () => void;

  private constructor(deps: OpenDocumentDeps) {
    this.#deps = deps;
    this.#isShort = deps.isKnownShort;
    this.#applied = new AppliedBlobs({ ...deps, docId: deps.log.docId, inner: this.inner });
    this.#leave = new WriteLeave(deps);
    this.#pending = new PendingEdits(deps.sealer);
    this.#blobs = deps.log.outer.getArray<Uint8Array>('blobs');
    this.#savedStateVector = Y.encodeStateVector(deps.log.outer);
    // Which numbers lie in rows that cannot be read is not known: then the ones that were given out count.
    if (!deps.log.isRead) this.#nextSeq = deps.sealer.nextSeq();
    deps.log.outer.on('update', this.#onOuterUpdate);
    this.#unsubscribeLog = deps.log.subscribe(() => {
      if (deps.log.status.kind === 'saved') this.#savedStateVector = Y.encodeStateVector(deps.log.outer);
      this.#changed();
    });
  }

  static async open(deps: OpenDocumentDeps): Promise<OpenDocument> {
    const document = new OpenDocument(deps);
    await document.#readNew();
    document.inner.on('update', document.#onInnerUpdate);
    return document;
  }

  get docId(): string {
    return this.#deps.log.docId;
  }

  /** False while what is stored could not be read: what is not in `inner` may be there all the same. */
  get isRead(): boolean {
    return this.#deps.log.isRead;
  }

  get isNew(): boolean {
    return this.#deps.log.isNew;
  }

  /** Goes up with every edit; lets a cache say which state it was derived from. */
  get revision(): number {
    return this.#revision;
  }

  /** Nothing that is written into it from now on is kept: it was released, or another was put in its place (B5). */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Goes up whenever the sealed document changes: it may have another head then, also with the same content. */
  get sealedRevision(): number {
    return this.#sealedRevision;
  }

  get status(): DocumentStatus {
    if (this.#isClosed) return { kind: 'not-saved', reason: 'closed' };
    if (this.#failure !== null) return { kind: 'not-saved', reason: this.#failure };
    const logStatus = this.#deps.log.status;
    if (logStatus.kind === 'not-saved') return logStatus;
    return !this.#pending.isEmpty || this.#isSealing ? { kind: 'saving' } : logStatus;
  }

  get health(): DocumentHealth {
    return {
      damaged: this.#applied.damaged + this.#deps.log.damagedRows.length,
      late: this.#applied.late,
      gaps: this.#applied.gaps(),
      isShort: this.#isShort,
      isIncomplete: this.#isShort || this.needsTheRest,
    };
  }

  /** Nothing here could be read yet, or something here cannot be read without what is missing. */
  get needsTheRest(): boolean {
    if (!this.#deps.log.isRead) return true;
    return isWaitingForMore(this.inner) || isWaitingForMore(this.#deps.log.outer);
  }

  /** Which blobs were opened here, or are in a snapshot that was. */
  cover(): SnapshotCover {
    return this.#applied.cover();
  }

  /** What is missing was given up: what is here counts as whole from now on. */
  acceptShort(): void {
    this.#isShort = false;
    this.#changed();
  }

  /** Called after each edit and each change of status. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }

  /** What the log brings in by itself (rows that could not be read before, rows of another writer) carries an origin. */
  readonly #onOuterUpdate = (_update: Uint8Array, origin: unknown): void => {
    this.#sealedRevision += 1;
    if (origin !== null) void this.#turns.take(() => this.#readNew());
  };

  /** Opens what has come to lie in the log since the last look; nothing while the log could not be read. */
  async #readNew(): Promise<void> {
    const { log, quarantine, expectedHead } = this.#deps;
    if (!log.isRead) return;
    const { docId } = log;
    if (!this.#wasRead) {
      this.#wasRead = true;
      if (expectedHead && !bytesEqual(await headOf(log.outer), expectedHead)) {
        this.#isShort = true;
        await quarantine([{ docId, reason: 'missing', bytes: expectedHead }]);
      }
    }
    await this.#openBlobs();
    const rows = log.damagedRows.slice(this.#rowsSetAside);
    this.#rowsSetAside += rows.length;
    if (rows.length > 0) await quarantine(rows.map(({ bytes }) => ({ docId, reason: 'damaged-row', bytes })));
  }

  async #openBlobs(): Promise<void> {
    await this.#applied.open(this.#blobs.toArray());
    this.#nextSeq = Math.max(this.#nextSeq, this.#applied.nextSeq());
  }

  readonly #onInnerUpdate = (update: Uint8Array, origin: unknown): void => {
    this.#revision += 1;
    if (origin === fromBlobs) {
      this.#changed();
      return;
    }
    this.#pending.add(update);
    this.#timer ??= setTimeout(() => void this.flush(), this.#deps.sealAfterMs);
    this.#changed();
  };

  /** Seals what is pending and waits for the strict commit. Never rejects: the outcome is the status. */
  flush(): Promise<DocumentStatus> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    return this.#turns.take(async () => {
      if (this.#isClosed) return this.status;
      await this.#sealPending();
      await this.#deps.log.settled();
      return this.status;
    });
  }

  async #sealPending(): Promise<void> {
    // What is typed into a record that could not be read waits until it is: the log's status says why.
    if (this.#pending.isEmpty || !this.#deps.log.isRead) return;
    this.#isSealing = true;
    try {
      if (!(await this.#leave.isStillWriter())) {
        this.#failure = 'elsewhere';
        return;
      }
      // Before a number is given out, and before the head of what was read changes: all of it has been looked at.
      await this.#readNew();
      // Both to their end, whichever fails: a sealing that is under way must not meet the next one.
      for (const outcome of await Promise.allSettled([this.#sealTyped(), this.#leave.mark()]))
        if (outcome.status === 'rejected') throw outcome.reason;
      // One row of the disk: what was taken back is never kept without its taking back.
      this.#deps.log.outer.transact(() => {
        for (const { seq, blob } of this.#pending.takeSealed()) {
          this.#blobs.push([blob]);
          this.#applied.addOwn(this.#newestBlob(), seq);
        }
      });
      this.#failure = null;
    } catch (error) {
      // What was typed stays pending and is tried again by `retry`; the status says that it is not saved.
      this.#failure = storeReasonOf(error) ?? 'sealing-failed';
    } finally {
      this.#isSealing = false;
      this.#changed();
    }
  }

  async #sealTyped(): Promise<void> {
    if (await this.#pending.seal(this.#nextSeq)) this.#nextSeq += 1;
  }

  /** Why nothing may be written now; null: it may, and the document is marked dirty. */
  async mayNotWrite(): Promise<DocumentNotSavedReason | null> {
    if (this.#isClosed) return 'closed';
    return this.#deps.log.isRead ? this.#leave.refusal() : 'cannot-open';
  }

  /** Told by the replica when the caches and the head of this document have been committed. */
  markedClean(): void {
    this.#leave.markedClean();
  }

  /** After a failure: reads what could not be read, seals what waits and writes one full-state row (P2). */
  async retry(): Promise<DocumentStatus> {
    if (this.#isClosed) return this.status;
    const { log } = this.#deps;
    this.#failure = null;
    if (!log.isRead) await log.retry();
    await this.#turns.take(async () => {
      await this.#readNew();
      await this.#sealPending();
    });
    if (log.status.kind === 'not-saved' && log.isRead) await log.retry();
    await log.settled();
    this.#changed();
    return this.status;
  }

  /** Yjs keeps a copy of what is pushed; only that copy is the same object at the next look. */
  #newestBlob(): Uint8Array {
    return this.#blobs.get(this.#blobs.length - 1);
  }

  /**
   * Folds the blobs that were opened into one snapshot, if there are enough of them, then trims (B7). `always`: also when
   * there are few, because something has to leave the disk (K5). Null: there was nothing to do, or it may not be done.
   */
  compact(options: { readonly always: boolean } = { always: false }): Promise<SaveStatus | null> {
    return this.#turns.take(async () => {
      if (this.#isClosed) return null;
      const { sealer, log } = this.#deps;
      await this.#sealPending();
      const status = await log.settled();
      if (this.health.isIncomplete || log.damagedRows.length > 0) return null;
      if (status.kind !== 'saved' || this.#failure !== null) return null;
      if (!options.always && !shouldCompact(this.#applied.sizes())) return null;
      if ((await this.mayNotWrite()) !== null) return null;

      const loaded = new Y.Doc();
      Y.applyUpdate(loaded, Y.encodeStateAsUpdate(this.inner));
      const seq = this.#nextSeq;
      const snapshot = await sealer.sealSnapshot(seq, this.cover(), Y.encodeStateAsUpdate(loaded));
      loaded.destroy();
      this.#nextSeq = seq + 1;
      log.outer.transact(() => {
        for (let index = this.#blobs.length - 1; index >= 0; index -= 1) {
          const blob = this.#blobs.get(index);
          if (this.#applied.has(blob)) this.#blobs.delete(index, 1);
        }
        this.#blobs.push([snapshot]);
      });
      this.#applied.foldedInto(this.#newestBlob(), seq);
      const committed = await log.settled();
      return committed.kind === 'saved' ? log.trim() : committed;
    });
  }

  /**
   * Takes in an outer update from another device or a backup, once it has been examined. If it deletes blobs of ours and what
   * remains does not cover what we had, our own state goes back in with it (B6).
   */
  takeIn(update: Uint8Array): Promise<TakeInOutcome> {
    return this.#turns.take(async () => {
      if (this.#isClosed) return { kind: 'not-saved', reason: 'closed' };
      await this.#sealPending();
      const { log, sealer } = this.#deps;
      const examined = await examineUpdate(log.outer, update, sealer, (blob) => this.#applied.has(blob));
      if (examined.kind === 'refused') return examined;
      const reason = await this.mayNotWrite();
      if (reason !== null) return { kind: 'not-saved', reason };
      const healing = examined.wouldLose
        ? await sealer.sealSnapshot(this.#nextSeq, this.cover(), examined.wouldLose)
        : null;
      log.outer.transact(() => {
        Y.applyUpdate(log.outer, update);
        if (!healing) return;
        this.#blobs.push([healing]);
        this.#nextSeq += 1;
      });
      await this.#openBlobs();
      this.#changed();
      await log.settled();
      return { kind: 'taken-in', newBlobs: examined.newBlobs, healed: healing !== null };
    });
  }

  /**
   * Everything that could be opened, pending parts too, as one sealed blob that stands for all of theirs: for when the document
   * is replaced (B5). Can be made of a closed document, and then holds whatever was typed before.
   */
  async sealReadable(): Promise<Uint8Array> {
    const seq = this.#nextSeq;
    this.#nextSeq += 1;
    return this.#deps.sealer.sealSnapshot(seq, this.cover(), Y.encodeStateAsUpdate(this.inner));
  }

  /**
   * The sealed updates since the last time everything was saved. What the store did not even let us mark as dirty waits unsealed:
   * it is sealed here, beside the document. Rejects if it cannot be sealed.
   */
  unsavedUpdate(): Promise<Uint8Array> {
    return this.#encodeWithPending(this.#savedStateVector);
  }

  /** The sealed document as it goes into a backup, with what could not be saved. Rejects if that cannot be sealed. */
  encodeAll(): Promise<Uint8Array> {
    return this.#encodeWithPending();
  }

  #encodeWithPending(since?: Uint8Array): Promise<Uint8Array> {
    return this.#turns.take(async () => {
      await this.#sealPending();
      const kept = new Y.Doc();
      Y.applyUpdate(kept, this.encodeOuter());
      await this.#sealTyped();
      kept.getArray<Uint8Array>('blobs').push(this.#pending.sealed.map(({ blob }) => blob));
      return Y.encodeStateAsUpdate(kept, since);
    });
  }

  /** The sealed document as it would go to another device. */
  encodeOuter(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#deps.log.outer);
  }

  head(): Promise<Uint8Array> {
    return headOf(this.#deps.log.outer);
  }

  /** Seals what is pending, waits for the commit, lets go of the plaintext. */
  async close(): Promise<DocumentStatus> {
    if (this.#isClosed) return this.status;
    const status = await this.flush();
    this.#isClosed = true;
    this.#unsubscribeLog();
    this.#deps.log.outer.off('update', this.#onOuterUpdate);
    this.inner.off('update', this.#onInnerUpdate);
    await this.#deps.log.close();
    this.inner.destroy();
    this.#listeners.clear();
    return status;
  }
}
