// y-indexeddb 9.0.12 under a guard (VAULT P1). What its source does, and what is done about it here:
// - its constructor stores the whole state of the doc it is given and reads every row back: it is given an empty doc, told
//   which rows are loaded already (`_dbref`), and the row that it stores is replaced by the edits that wait;
// - it writes with default durability and never looks whether a transaction completed: `db.transaction` is overridden
//   before its first use, asks for 'strict', and reports each complete and abort to the ledger;
// - its update listener throws into the edit after a forced close: it listens to the empty doc only, and we call it;
// - it trims by itself past 500 rows, damaged ones too: its counter is held at 0, and only `trim` trims;
// - promises of failed requests reject with nobody listening: requests keep quiet, their transaction reports.
import { IndexeddbPersistence, storeState } from 'y-indexeddb';
import * as Y from 'yjs';
import { committed, databaseNameOf, updatesTable } from './document-database.ts';
import { quietTransaction } from './quiet-transaction.ts';
import type { SaveLedger } from './save-ledger.ts';
import { notSavedReasonOf, StoreFailure } from './store-failure.ts';

export interface Attachment {
  readonly docId: string;
  readonly outer: Y.Doc;
  /** Rows up to this key are in `outer`; the provider reads later ones into it. */
  readonly afterKey: number;
  /** What goes into the first transaction; asked once, inside it. */
  readonly takeFirstRows: () => readonly Uint8Array[];
  readonly ledger: SaveLedger;
  /** 'forced': the browser closed the database. 'requested': someone wants to delete it. */
  readonly onGone: (cause: 'forced' | 'requested') => void;
}

const attachTimeoutMs = 10_000;

export class GuardedProvider {
  readonly #provider: IndexeddbPersistence;
  readonly #attachment: Attachment;
  readonly #attached: Promise<void>;
  #succeed: () => void = () => undefined;
  #fail: (error: unknown) => void = () => undefined;
  #db: IDBDatabase | null = null;
  #isFirstTransaction = true;
  /** Transactions begun while somebody wants to wait for them. */
  #watched: IDBTransaction[] | null = null;
  #trimming: Promise<void> | null = null;
  #isDetached = false;

  /** Resolves when the first transaction has committed. @throws StoreFailure with the reason. */
  static async attach(attachment: Attachment): Promise<GuardedProvider> {
    const guarded = new GuardedProvider(attachment);
    const timer = setTimeout(() => {
      guarded.#fail(new StoreFailure('cannot-open'));
    }, attachTimeoutMs);
    try {
      await guarded.#attached;
      return guarded;
    } catch (error) {
      await guarded.detach();
      throw new StoreFailure(notSavedReasonOf(error), { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }

  private constructor(attachment: Attachment) {
    this.#attachment = attachment;
    this.#attached = new Promise((resolve, reject) => {
      this.#succeed = resolve;
      this.#fail = reject;
    });
    const empty = new Y.Doc();
    const provider = new IndexeddbPersistence(databaseNameOf(attachment.docId), empty);
    this.#provider = provider;
    empty.off('update', provider._storeUpdate);
    provider.doc = attachment.outer;
    provider._dbref = attachment.afterKey + 1;
    Object.defineProperty(provider, '_dbsize', { get: () => 0, set: () => undefined });
    // The provider sets `db` when its database has opened and before its first transaction.
    Object.defineProperty(provider, 'db', {
      get: () => this.#db,
      set: (db: IDBDatabase) => {
        this.#db = this.#guard(db);
      },
    });
    provider._db.catch((error: unknown) => {
      this.#fail(new StoreFailure('cannot-open', { cause: error }));
    });
  }

  /** True for rows of another writer that the provider read into `outer`: they are on disk. */
  isOrigin(origin: unknown): boolean {
    return origin === this.#provider;
  }

  /** Begins to store one update. @throws if the database does not take transactions any more. */
  store(update: Uint8Array): void {
    this.#provider._storeUpdate(update, null);
  }

  /** Adds one row that holds the whole state: once it has committed, nothing before it is missed (P2). Failure is in the ledger. */
  async storeWholeState(): Promise<void> {
    const { ledger, outer } = this.#attachment;
    const attempt = ledger.begin(true);
    try {
      if (this.#db === null) throw new StoreFailure('closed');
      const transaction = this.#db.transaction([updatesTable], 'readwrite');
      transaction.objectStore(updatesTable).add(Y.encodeStateAsUpdate(outer));
      await committed(transaction);
      ledger.complete(attempt);
    } catch (error) {
      ledger.fail(attempt, notSavedReasonOf(error));
    }
  }

  /** All rows become one. Resolves when the transaction has ended; an abort is in the ledger. @throws if a row does not apply. */
  trim(): Promise<void> {
    this.#trimming ??= this.#trim().finally(() => {
      this.#trimming = null;
    });
    return this.#trimming;
  }

  /** Lets go of the database, never during a trim: a provider destroyed then deletes rows that it has not loaded. */
  async detach(): Promise<void> {
    this.#isDetached = true;
    await this.#trimming?.catch(() => undefined); // told to whoever asked for the trim
    if (this.#provider._destroyed) return;
    await this.#provider.destroy().catch(() => undefined); // it never opened: `attach` has thrown that
  }

  async #trim(): Promise<void> {
    const begun: IDBTransaction[] = [];
    this.#watched = begun;
    // storeState does not await its last steps, and never ends if one of them fails: the transaction is what counts.
    let stored: Promise<void>;
    try {
      stored = storeState(this.#provider, true);
    } finally {
      this.#watched = null;
    }
    const ended = Promise.allSettled(begun.map(committed)).then(() => undefined);
    await Promise.race([stored, ended]);
    await ended;
  }

  #guard(db: IDBDatabase): IDBDatabase {
    const { onGone } = this.#attachment;
    const begin = db.transaction.bind(db);
    db.transaction = (names, mode, options) =>
      mode === 'readwrite' ? this.#beginStrict(begin, names, options) : begin(names, mode, options);
    const gone = (cause: 'forced' | 'requested') => {
      this.#fail(new StoreFailure('closed'));
      if (!this.#isDetached) onGone(cause);
    };
    db.addEventListener('close', () => {
      gone('forced');
    });
    db.onversionchange = () => {
      db.close();
      gone('requested');
    };
    return db;
  }

  #beginStrict(
    begin: IDBDatabase['transaction'],
    names: string | Iterable<string>,
    options: IDBTransactionOptions | undefined,
  ): IDBTransaction {
    const { ledger, takeFirstRows } = this.#attachment;
    const attempt = ledger.begin();
    let transaction: IDBTransaction;
    try {
      transaction = begin(names, 'readwrite', { ...options, durability: 'strict' });
    } catch (error) {
      ledger.fail(attempt, notSavedReasonOf(error));
      this.#fail(error);
      throw error;
    }
    transaction.addEventListener('complete', () => {
      ledger.complete(attempt);
    });
    transaction.addEventListener('abort', () => {
      ledger.fail(attempt, notSavedReasonOf(transaction.error));
    });
    this.#watched?.push(transaction);
    if (!this.#isFirstTransaction) return quietTransaction(transaction, null);
    this.#isFirstTransaction = false;
    committed(transaction).then(
      () => {
        if (this.#provider.synced) this.#succeed();
        // Another writer left a row that does not apply: the next attempt reads it with our own loader first.
        else this.#fail(new StoreFailure('aborted'));
      },
      (error: unknown) => {
        this.#fail(error);
      },
    );
    return quietTransaction(transaction, takeFirstRows);
  }
}
