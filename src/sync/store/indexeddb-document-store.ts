import {
  committed,
  databaseNameOf,
  deleteDatabase,
  listDocumentIds,
  openOrCreateDatabase,
  updatesTable,
} from './document-database.ts';
import type { DocumentLog, DocumentStore, SaveStatus } from './document-store.ts';
import { IndexeddbDocumentLog } from './indexeddb-document-log.ts';
import { scheduleByTimer, type Schedule } from './retry-schedule.ts';
import { notSavedReasonOf } from './store-failure.ts';

/** Documents on this device: one database `soundings-doc-<docId>` each, written by y-indexeddb under a guard (VAULT P1). */
export class IndexeddbDocumentStore implements DocumentStore {
  readonly #openLogs = new Set<IndexeddbDocumentLog>();
  readonly #schedule: Schedule;

  /** @param schedule when automatic retries run; tests pass their own. */
  constructor(schedule: Schedule = scheduleByTimer) {
    this.#schedule = schedule;
  }

  async open(docId: string): Promise<DocumentLog> {
    const log = await IndexeddbDocumentLog.open({
      docId,
      schedule: this.#schedule,
      onClosed: (closed) => this.#openLogs.delete(closed),
    });
    this.#openLogs.add(log);
    return log;
  }

  /** @throws if the document exists and holds anything. */
  async create(docId: string, update: Uint8Array): Promise<SaveStatus> {
    let madeHere = false;
    try {
      const { db, wasCreated } = await openOrCreateDatabase(docId);
      madeHere = wasCreated;
      try {
        await addFirstRow(db, update, wasCreated);
      } finally {
        db.close();
      }
      return { kind: 'saved' };
    } catch (error) {
      if (error instanceof DocumentExists) throw error;
      // Half-made, it would stand in the list as a document without content.
      if (madeHere) await deleteDatabase(databaseNameOf(docId));
      return { kind: 'not-saved', reason: notSavedReasonOf(error) };
    }
  }

  async replace(docId: string, update: Uint8Array): Promise<SaveStatus> {
    try {
      const { db } = await openOrCreateDatabase(docId);
      try {
        const transaction = db.transaction(updatesTable, 'readwrite', { durability: 'strict' });
        transaction.objectStore(updatesTable).clear();
        transaction.objectStore(updatesTable).add(update);
        await committed(transaction);
      } finally {
        db.close();
      }
      return { kind: 'saved' };
    } catch (error) {
      return { kind: 'not-saved', reason: notSavedReasonOf(error) };
    }
  }

  list(): Promise<readonly string[]> {
    return listDocumentIds();
  }

  async remove(docId: string): Promise<void> {
    await Promise.all([...this.#openLogs].filter((log) => log.docId === docId).map((log) => log.letGo()));
    await deleteDatabase(databaseNameOf(docId));
  }
}

class DocumentExists extends Error {
  override readonly name = 'DocumentExists';
}

/** An empty database is one that an interrupted import left behind: it may be filled. */
function addFirstRow(db: IDBDatabase, update: Uint8Array, isNew: boolean): Promise<void> {
  const transaction = db.transaction(updatesTable, 'readwrite', { durability: 'strict' });
  const table = transaction.objectStore(updatesTable);
  if (isNew) {
    table.add(update);
    return committed(transaction);
  }
  let exists = false;
  const counting = table.count();
  counting.onsuccess = () => {
    exists = counting.result > 0;
    if (exists) transaction.abort();
    else table.add(update);
  };
  return committed(transaction).catch((error: unknown) => {
    throw exists ? new DocumentExists('create() of a document that holds something already') : error;
  });
}
