// One document in IndexedDB: our loader first, y-indexeddb from the first edit on, and the truth about what is saved.
import * as Y from 'yjs';
import { openExistingDatabase, openOrCreateDatabase } from './document-database.ts';
import type { DamagedRow, DocumentLog, SaveStatus } from './document-store.ts';
import { GuardedProvider } from './guarded-provider.ts';
import { buildOuter, fromDisk, loadRows, takeInRows } from './load-rows.ts';
import { SelfRetry, type Schedule } from './retry-schedule.ts';
import { SaveLedger } from './save-ledger.ts';
import { notSavedReasonOf } from './store-failure.ts';

export interface LogParts {
  readonly docId: string;
  readonly schedule: Schedule;
  readonly onClosed: (log: IndexeddbDocumentLog) => void;
}

export class IndexeddbDocumentLog implements DocumentLog {
  readonly docId: string;
  readonly outer: Y.Doc;
  readonly isNew: boolean;
  readonly #parts: LogParts;
  readonly #ledger = new SaveLedger();
  readonly #retry: SelfRetry;
  readonly #damaged: DamagedRow[];
  /** Rows up to here are in `outer`; null if they could not be read at opening. */
  #lastKey: number | null;
  /** Held from loading to attaching, so that a deletion in between is noticed. */
  #door: IDBDatabase | null;
  #provider: GuardedProvider | null = null;
  #attaching: Promise<void> | null = null;
  /** Edits made before the provider is attached; they go into its first transaction. */
  #waiting: Uint8Array[] = [];
  /** The rows that were here may not be any more: the next write carries the whole state. */
  #rowsMayBeGone = false;
  #hasEnded = false;
  /** The database is being deleted by somebody: writing it anew by ourselves could undo an erasure. */
  #wasAskedToGo = false;

  /** Reads what is stored, without writing a byte. A database that cannot be opened is a status, not a throw. */
  static async open(parts: LogParts): Promise<IndexeddbDocumentLog> {
    try {
      const opened = await openExistingDatabase(parts.docId);
      if (opened === null) return new IndexeddbDocumentLog(parts, new Y.Doc(), [], 0, true, null);
      const loaded = await loadRows(opened.db, 0).catch((error: unknown) => {
        opened.db.close();
        throw error;
      });
      const { outer, damaged } = buildOuter(loaded);
      return new IndexeddbDocumentLog(parts, outer, damaged, loaded.lastKey, loaded.lastKey === 0, opened.db);
    } catch (error) {
      const log = new IndexeddbDocumentLog(parts, new Y.Doc(), [], null, false, null);
      log.#ledger.failAtOnce(notSavedReasonOf(error) === 'quota' ? 'quota' : 'cannot-open');
      return log;
    }
  }

  private constructor(
    parts: LogParts,
    outer: Y.Doc,
    damaged: readonly DamagedRow[],
    lastKey: number | null,
    isNew: boolean,
    door: IDBDatabase | null,
  ) {
    this.docId = parts.docId;
    this.#parts = parts;
    this.#retry = new SelfRetry(parts.schedule, () => {
      void this.retry();
    });
    this.outer = outer;
    this.#damaged = [...damaged];
    this.#lastKey = lastKey;
    this.isNew = isNew;
    this.#door = door;
    if (door !== null) this.#watchDoor(door);
    outer.on('update', this.#onUpdate);
    this.#ledger.subscribe((status) => {
      this.#retryLater(status);
    });
  }

  get damagedRows(): readonly DamagedRow[] {
    return this.#damaged;
  }

  get isRead(): boolean {
    return this.#lastKey !== null;
  }

  get status(): SaveStatus {
    return this.#ledger.status;
  }

  subscribe(listener: (status: SaveStatus) => void): () => void {
    return this.#ledger.subscribe(listener);
  }

  settled(): Promise<SaveStatus> {
    return this.#ledger.settled();
  }

  async retry(): Promise<SaveStatus> {
    this.#retry.forget();
    await this.#attaching;
    const before = this.status;
    if (this.#hasEnded || before.kind !== 'not-saved') return this.settled();
    this.#wasAskedToGo = false;
    if (before.reason === 'closed') {
      this.#ledger.failAllPending('closed'); // what the dead connection still owes an answer for
      await this.#dropProvider();
    }
    if (this.#provider === null) await this.#attach();
    else await this.#provider.storeWholeState();
    return this.settled();
  }

  async trim(): Promise<SaveStatus> {
    const before = await this.settled();
    if (this.#hasEnded || this.#damaged.length > 0 || before.kind !== 'saved') return before;
    if (this.#provider === null) await this.#attach();
    const provider = this.#provider;
    if (provider === null || this.#damaged.length > 0) return this.status;
    await provider.trim();
    return this.settled();
  }

  async close(): Promise<void> {
    if (this.#hasEnded) return;
    await this.settled();
    await this.letGo();
  }

  /** Closes without waiting for anything but a running trim; later edits of `outer` are not stored. */
  async letGo(): Promise<void> {
    this.#hasEnded = true;
    this.#retry.forget();
    await this.#attaching;
    this.#closeDoor();
    await this.#dropProvider();
    this.#parts.onClosed(this);
  }

  /** Runs inside the person's edit: whatever happens here must not throw (P1). */
  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === fromDisk || this.#provider?.isOrigin(origin) === true) return;
    try {
      this.#write(update);
    } catch (error) {
      this.#ledger.failAtOnce(notSavedReasonOf(error));
    }
  };

  #write(update: Uint8Array): void {
    this.#retry.noteEdit();
    if (this.#hasEnded) this.#ledger.failAtOnce('closed');
    else if (this.#provider !== null) this.#provider.store(update);
    else if (this.#attaching !== null || !this.#ledger.needsWholeState) {
      this.#waiting.push(update);
      void this.#attach();
    }
    // Otherwise a failure stands, and the whole state that makes up for it will hold this edit too.
  }

  #attach(): Promise<void> {
    this.#attaching ??= this.#attachOnce().finally(() => {
      this.#attaching = null;
    });
    return this.#attaching;
  }

  /** Never rejects: failure goes to the ledger. */
  async #attachOnce(): Promise<void> {
    const attempt = this.#ledger.begin(this.#ledger.needsWholeState);
    let carriesWholeState = this.#ledger.needsWholeState || this.#rowsMayBeGone;
    try {
      // Ours first: a database that does not open (quota, disk) must be our error and not an unheard one of the provider.
      const hadDoor = this.#door !== null;
      if (this.#door === null) {
        const { db, wasCreated } = await openOrCreateDatabase(this.docId);
        this.#door = db;
        this.#watchDoor(db);
        carriesWholeState ||= wasCreated && !this.isNew;
      }
      if (!hadDoor || this.#lastKey === null) await this.#catchUp(this.#door);
      const provider = await GuardedProvider.attach({
        docId: this.docId,
        outer: this.outer,
        afterKey: this.#lastKey ?? 0,
        takeFirstRows: () => {
          const edits = this.#waiting;
          this.#waiting = [];
          return carriesWholeState ? [Y.encodeStateAsUpdate(this.outer)] : edits;
        },
        ledger: this.#ledger,
        onGone: (cause) => {
          this.#onGone(cause);
        },
      });
      this.#provider = provider;
      this.#rowsMayBeGone = false;
      for (const update of this.#waiting.splice(0)) provider.store(update);
      this.#ledger.complete(attempt);
    } catch (error) {
      this.#waiting = [];
      this.#ledger.fail(attempt, notSavedReasonOf(error));
    } finally {
      this.#closeDoor();
    }
  }

  /** Rows that another writer added since, and, after a failed opening, everything. */
  async #catchUp(db: IDBDatabase): Promise<void> {
    const loaded = await loadRows(db, this.#lastKey ?? 0);
    this.#damaged.push(...takeInRows(this.outer, loaded));
    this.#lastKey = Math.max(this.#lastKey ?? 0, loaded.lastKey);
  }

  #onGone(cause: 'forced' | 'requested'): void {
    if (this.#hasEnded) return;
    void this.#dropProvider();
    this.#rowsMayBeGone = true;
    this.#wasAskedToGo ||= cause === 'requested';
    this.#retry.forget(); // the new one is sooner
    this.#ledger.failAllPending('closed');
    this.#retryLater(this.status); // an edit may have found out first: then the status does not change here
  }

  #watchDoor(door: IDBDatabase): void {
    const gone = () => {
      if (this.#door === door) this.#door = null;
      this.#rowsMayBeGone = true;
    };
    door.addEventListener('close', gone);
    door.onversionchange = () => {
      door.close();
      gone();
      if (this.#attaching === null) this.#onGone('requested');
      else this.#wasAskedToGo = true;
    };
  }

  async #dropProvider(): Promise<void> {
    const provider = this.#provider;
    this.#provider = null;
    await provider?.detach();
  }

  #closeDoor(): void {
    this.#door?.close();
    this.#door = null;
  }

  /** On every change to not-saved. Not if opening failed: then nothing was written, and trying again is the person's. */
  #retryLater(status: SaveStatus): void {
    if (status.kind !== 'not-saved' || this.#hasEnded || this.#wasAskedToGo || this.#lastKey === null) return;
    this.#retry.later(status.reason);
  }
}
