// One IndexedDB database per document, laid out exactly as y-indexeddb 9 does: `updates` with automatic keys, and `custom`.
import { notSavedReasonOf, StoreFailure } from './store-failure.ts';

export const updatesTable = 'updates';
const customTable = 'custom';
const namePrefix = 'soundings-doc-';

export const databaseNameOf = (docId: string): string => namePrefix + docId;

/** Ids of the documents that have a database in this origin, sorted. */
export async function listDocumentIds(): Promise<readonly string[]> {
  const databases = await indexedDB.databases();
  return databases
    .flatMap(({ name }) => (name?.startsWith(namePrefix) === true ? [name.slice(namePrefix.length)] : []))
    .sort();
}

export interface OpenedDatabase {
  readonly db: IDBDatabase;
  /** True if this call made it. */
  readonly wasCreated: boolean;
}

/** Safari has been seen never to answer; later answers are closed again. */
const openTimeoutMs = 10_000;

/**
 * Opens a database; with `createTables` null it is never created, and null comes back if it is not there.
 * @throws StoreFailure 'quota' or 'cannot-open'.
 */
export function openDatabase(
  name: string,
  createTables: ((db: IDBDatabase) => void) | null,
): Promise<OpenedDatabase | null> {
  return new Promise((resolve, reject) => {
    let wasCreated = false;
    let isOver = false;
    const fail = (error: unknown) => {
      isOver = true;
      clearTimeout(timer);
      const reason = notSavedReasonOf(error) === 'quota' ? 'quota' : 'cannot-open';
      reject(new StoreFailure(reason, { cause: error }));
    };
    const timer = setTimeout(() => {
      fail(new Error('no answer'));
    }, openTimeoutMs);
    let request: IDBOpenDBRequest;
    try {
      request = indexedDB.open(name);
    } catch (error) {
      fail(error);
      return;
    }
    request.onupgradeneeded = () => {
      wasCreated = true;
      // Aborting the very first upgrade leaves no database behind: nothing is written by looking.
      if (createTables === null) request.transaction?.abort();
      else createTables(request.result);
    };
    request.onsuccess = () => {
      if (isOver) {
        request.result.close();
        return;
      }
      clearTimeout(timer);
      resolve({ db: request.result, wasCreated });
    };
    request.onerror = (event) => {
      event.preventDefault();
      if (isOver) return;
      if (wasCreated && createTables === null) {
        clearTimeout(timer);
        resolve(null);
      } else fail(request.error);
    };
  });
}

const createDocumentTables = (db: IDBDatabase): void => {
  db.createObjectStore(updatesTable, { autoIncrement: true });
  db.createObjectStore(customTable);
};

/** The document's database, or null if there is none; looking never creates one. */
export const openExistingDatabase = (docId: string): Promise<OpenedDatabase | null> =>
  openDatabase(databaseNameOf(docId), null);

/** The document's database, made if it is not there. */
export async function openOrCreateDatabase(docId: string): Promise<OpenedDatabase> {
  const opened = await openDatabase(databaseNameOf(docId), createDocumentTables);
  if (opened === null) throw new StoreFailure('cannot-open');
  return opened;
}

/** Resolves when the database is gone, which waits for every connection to it to close. */
export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => {
      resolve();
    };
    request.onerror = () => {
      reject(new StoreFailure('cannot-open', { cause: request.error }));
    };
  });
}

/** Resolves at `complete`; rejects with the reason at `abort`. */
export function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => {
      resolve();
    });
    transaction.addEventListener('abort', () => {
      reject(new StoreFailure(notSavedReasonOf(transaction.error), { cause: transaction.error }));
    });
  });
}

/** The value of one request. */
export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = (event) => {
      event.preventDefault();
      reject(new StoreFailure(notSavedReasonOf(request.error), { cause: request.error }));
    };
  });
}
