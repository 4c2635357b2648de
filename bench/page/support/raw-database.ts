// IndexedDB by hand, for the limits.

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no answer'));
  });

export async function openDatabase(name: string, stores: readonly string[]): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => {
    for (const store of stores) request.result.createObjectStore(store, { autoIncrement: true });
  };
  const db = await answered(request);
  // Whoever makes it anew need not wait for this connection.
  db.onversionchange = () => db.close();
  return db;
}

/** Resolves when the strict transaction has completed. */
export const putStrictly = (db: IDBDatabase, store: string, value: unknown): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = db.transaction(store, 'readwrite', { durability: 'strict' });
    transaction.objectStore(store).put(value);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });

/** A new database of this name that holds these rows. */
export async function databaseWith(name: string, rows: readonly Uint8Array[]): Promise<void> {
  await answered(indexedDB.deleteDatabase(name));
  const db = await openDatabase(name, ['rows']);
  for (const row of rows) await putStrictly(db, 'rows', row);
  db.close();
}

export const readAll = (db: IDBDatabase): Promise<Uint8Array<ArrayBuffer>[]> =>
  answered(db.transaction('rows').objectStore('rows').getAll()) as Promise<Uint8Array<ArrayBuffer>[]>;
