// What the unit tests need of IndexedDB, simulated: raw rows, and a database that the browser closes.
import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { databaseNameOf } from '../../../src/sync/store/document-database.ts';
import type { DocumentLog, SaveStatus } from '../../../src/sync/store/document-store.ts';
import { IndexeddbDocumentStore } from '../../../src/sync/store/indexeddb-document-store.ts';
import type { Schedule } from '../../../src/sync/store/retry-schedule.ts';

export const blobsOf = (log: DocumentLog) => log.outer.getArray<Uint8Array>('blobs');

let count = 0;
export const newDocId = (): string => `unit-${(count += 1)}`;

/** A schedule whose timers run when the test says so. */
export function scheduleByHand() {
  const waiting: { readonly delayMs: number; readonly callback: () => void }[] = [];
  const schedule: Schedule = (callback, delayMs) => {
    const timer = { callback, delayMs };
    waiting.push(timer);
    return () => {
      if (waiting.includes(timer)) waiting.splice(waiting.indexOf(timer), 1);
    };
  };
  return {
    schedule,
    get delaysMs() {
      return waiting.map((timer) => timer.delayMs);
    },
    runAll() {
      for (const timer of waiting.splice(0)) timer.callback();
    },
  };
}

export const storeWithoutRetries = () => new IndexeddbDocumentStore(() => () => undefined);

// fake-indexeddb declares the class itself as the parameter, and means its instances.
const forceClose = forceCloseDatabase as unknown as (db: IDBDatabase) => void;

/** Every connection opened from now on, so that a test can close them as the browser does. */
export function watchConnections(): { readonly closeByBrowser: () => void; readonly stop: () => void } {
  const open = indexedDB.open.bind(indexedDB);
  const connections: IDBDatabase[] = [];
  indexedDB.open = (name, version) => {
    const request = version === undefined ? open(name) : open(name, version);
    request.addEventListener('success', () => connections.push(request.result));
    return request;
  };
  return {
    closeByBrowser: () => {
      for (const db of connections.splice(0)) forceClose(db);
    },
    stop: () => {
      indexedDB.open = open;
    },
  };
}

function openRaw(docId: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseNameOf(docId));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(request.error?.name));
  });
}

async function withRows<T>(docId: string, ask: (rows: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await openRaw(docId);
  const transaction = db.transaction('updates', 'readwrite');
  const request = ask(transaction.objectStore('updates'));
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  db.close();
  return request.result;
}

export const rawRows = (docId: string): Promise<unknown[]> => withRows(docId, (rows) => rows.getAll());
export const replaceRow = (docId: string, key: number, value: unknown) =>
  withRows(docId, (rows) => rows.put(value, key));
export const addRow = (docId: string, value: unknown) => withRows(docId, (rows) => rows.add(value));

/** All statuses from now on, as words. */
export function statusesOf(log: DocumentLog): readonly string[] {
  const words: string[] = [];
  log.subscribe((status: SaveStatus) =>
    words.push(status.kind === 'not-saved' ? `not-saved/${status.reason}` : status.kind),
  );
  return words;
}

/** Makes the next `add` of any row abort its transaction; returns the undo. */
export function abortAdds(times = Infinity, name = 'AbortError'): () => void {
  const prototype = IDBObjectStore.prototype;
  const add = Object.getOwnPropertyDescriptor(prototype, 'add')?.value as IDBObjectStore['add'];
  let left = times;
  prototype.add = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
    const request = key === undefined ? add.call(this, value) : add.call(this, value, key);
    if (left <= 0) return request;
    left -= 1;
    if (name === 'AbortError') this.transaction.abort();
    else {
      Object.defineProperty(this.transaction, 'error', {
        get: () => new DOMException('full', name),
        configurable: true,
      });
      this.transaction.abort();
    }
    return request;
  };
  return () => {
    prototype.add = add;
  };
}
