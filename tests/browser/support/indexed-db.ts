// Everything that lies in an origin's IndexedDB, as plain JSON and back: for vaults that were sealed by earlier code, and
// for damage done by hand. Runs in the page; the page must not have the databases open when they are written.
import type { Page } from '@playwright/test';

/** JSON, with bytes as `{ $bytes: base64 }`. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

interface DumpedStore {
  readonly name: string;
  readonly keyPath: string | readonly string[] | null;
  readonly autoIncrement: boolean;
  readonly indexes: readonly { readonly name: string; readonly keyPath: string; readonly unique: boolean }[];
  readonly rows: readonly { readonly key: Plain; readonly value: Plain }[];
}

export interface DumpedDatabase {
  readonly name: string;
  readonly version: number;
  readonly stores: readonly DumpedStore[];
}

/** All databases of the page's origin. */
export const dumpDatabases = (page: Page): Promise<DumpedDatabase[]> =>
  page.evaluate(async () => {
    const answered = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no answer'));
      });
    const toPlain = (value: unknown): Plain => {
      if (value instanceof Uint8Array)
        return { $bytes: btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join('')) };
      if (Array.isArray(value)) return value.map(toPlain);
      if (typeof value === 'object' && value !== null) {
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toPlain(inner)]));
      }
      return value as Plain;
    };
    const dumped: DumpedDatabase[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const db = await answered(indexedDB.open(name));
      const stores: DumpedStore[] = [];
      for (const storeName of db.objectStoreNames) {
        const store = db.transaction(storeName).objectStore(storeName);
        const [keys, values] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())]);
        stores.push({
          name: storeName,
          keyPath: store.keyPath,
          autoIncrement: store.autoIncrement,
          indexes: [...store.indexNames].map((indexName) => {
            const index = store.index(indexName);
            return { name: indexName, keyPath: String(index.keyPath), unique: index.unique };
          }),
          rows: keys.map((key, at) => ({ key: key as string | number, value: toPlain(values[at]) })),
        });
      }
      dumped.push({ name, version: db.version, stores });
      db.close();
    }
    return dumped.sort((a, b) => (a.name < b.name ? -1 : 1));
  });

/** Deletes every database of the origin and writes these instead. */
export const writeDatabases = (page: Page, databases: readonly DumpedDatabase[]): Promise<void> =>
  // As text: Playwright's type for what it hands over goes round in circles on a recursive type.
  page.evaluate(async (json) => {
    const wanted = JSON.parse(json) as DumpedDatabase[];
    const answered = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no answer'));
      });
    const fromPlain = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null) return value;
      if ('$bytes' in value) return Uint8Array.from(atob(String(value.$bytes)), (char) => char.charCodeAt(0));
      if (Array.isArray(value)) return value.map(fromPlain);
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fromPlain(inner)]));
    };
    for (const { name } of await indexedDB.databases())
      if (name !== undefined) await answered(indexedDB.deleteDatabase(name));
    for (const { name, version, stores } of wanted) {
      const opening = indexedDB.open(name, version);
      opening.onupgradeneeded = () => {
        for (const { name: storeName, keyPath, autoIncrement, indexes } of stores) {
          const store = opening.result.createObjectStore(storeName, {
            keyPath: keyPath as string | null,
            autoIncrement,
          });
          for (const index of indexes) store.createIndex(index.name, index.keyPath, { unique: index.unique });
        }
      };
      const db = await answered(opening);
      for (const { name: storeName, keyPath, rows } of stores) {
        const store = db.transaction(storeName, 'readwrite').objectStore(storeName);
        for (const { key, value } of rows) {
          await answered(
            keyPath === null ? store.put(fromPlain(value), key as IDBValidKey) : store.put(fromPlain(value)),
          );
        }
      }
      db.close();
    }
  }, JSON.stringify(databases));

const decode = (bytes: string): Buffer => Buffer.from(bytes, 'base64');

/** The same databases with the bytes of some rows changed. `change` gets a copy; null leaves the row as it is. */
export function withChangedBytes(
  databases: readonly DumpedDatabase[],
  change: (
    at: { readonly database: string; readonly store: string; readonly key: Plain; readonly field: string },
    bytes: Buffer,
  ) => Buffer | null,
): DumpedDatabase[] {
  const visit = (value: Plain, at: { database: string; store: string; key: Plain }, field: string): Plain => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value))
      return value.map((inner, index) => visit(inner as Plain, at, `${field}[${String(index)}]`));
    const record = value as Readonly<Record<string, Plain>>;
    if (typeof record['$bytes'] === 'string') {
      const changed = change({ ...at, field }, decode(record['$bytes']));
      return changed ? { $bytes: changed.toString('base64') } : value;
    }
    return Object.fromEntries(Object.entries(record).map(([key, inner]) => [key, visit(inner, at, key)]));
  };
  return databases.map((database) => ({
    ...database,
    stores: database.stores.map((store) => ({
      ...store,
      rows: store.rows.map(({ key, value }) => ({
        key,
        value: visit(value, { database: database.name, store: store.name, key }, ''),
      })),
    })),
  }));
}

export const flipByte = (bytes: Buffer, at: number): Buffer => {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
};

/** The same databases without some rows of one table. */
export const withoutRows = (
  databases: readonly DumpedDatabase[],
  database: string,
  table: string,
  keys: readonly (string | number)[] | 'all',
): DumpedDatabase[] =>
  databases.map((one) => ({
    ...one,
    stores: one.stores.map((store) => {
      if (one.name !== database || store.name !== table) return store;
      return {
        ...store,
        rows: store.rows.filter(({ key }) => keys !== 'all' && !keys.some((gone) => gone === key)),
      };
    }),
  }));
