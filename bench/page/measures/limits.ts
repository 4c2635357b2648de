// What the same browser can do with the same bytes and no library between: the limits that the figures are held against.
const database = (name: string, stores: readonly string[]): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => {
      for (const store of stores) request.result.createObjectStore(store, { autoIncrement: true });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('cannot open'));
  });

const put = (db: IDBDatabase, store: string, value: unknown, key?: IDBValidKey): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = db.transaction(store, 'readwrite', { durability: 'strict' });
    if (key === undefined) transaction.objectStore(store).put(value);
    else transaction.objectStore(store).put(value, key);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });

const getAll = (db: IDBDatabase, store: string): Promise<unknown[]> =>
  new Promise((resolve, reject) => {
    const request = db.transaction(store).objectStore(store).getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('cannot read'));
  });

const removed = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('cannot delete'));
  });

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const newKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);

async function seal(key: CryptoKey, plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain));
  const joined = new Uint8Array(12 + sealed.length);
  joined.set(iv);
  joined.set(sealed, 12);
  return joined;
}

const open = async (key: CryptoKey, sealed: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.subarray(0, 12) }, key, sealed.subarray(12));

/** Open a database, read packed sealed rows, open them, parse them. Median over `times`, in ms. */
export async function readPackedRows(rows: readonly (readonly number[])[], times: number): Promise<number> {
  const key = await newKey();
  const name = 'limit-packed';
  const db = await database(name, ['rows']);
  for (const row of rows) await put(db, 'rows', await seal(key, new Uint8Array(row)));
  db.close();
  const found: number[] = [];
  for (let run = 0; run < times; run += 1) {
    const start = performance.now();
    const again = await database(name, ['rows']);
    const sealed = (await getAll(again, 'rows')) as Uint8Array<ArrayBuffer>[];
    const plain = await Promise.all(sealed.map((row) => open(key, row)));
    for (const one of plain) JSON.parse(new TextDecoder().decode(one));
    found.push(performance.now() - start);
    again.close();
  }
  indexedDB.deleteDatabase(name);
  return median(found);
}

/** One strict put of `size` bytes. Median over `times`, in ms. */
export async function strictPut(size: number, times: number): Promise<number> {
  const db = await database('limit-put', ['rows']);
  const bytes = crypto.getRandomValues(new Uint8Array(Math.min(size, 65_536)));
  const found: number[] = [];
  for (let run = 0; run < times; run += 1) {
    const start = performance.now();
    await put(db, 'rows', bytes);
    found.push(performance.now() - start);
  }
  db.close();
  indexedDB.deleteDatabase('limit-put');
  return median(found);
}

/** One strict put of each size, each in a database of its own, eight at a time. In ms. */
export async function putEachInItsOwnDatabase(sizes: readonly number[]): Promise<number> {
  const bytes = sizes.map((size) => {
    const filled = new Uint8Array(size);
    for (let at = 0; at < size; at += 65_536)
      crypto.getRandomValues(filled.subarray(at, Math.min(size, at + 65_536)));
    return filled;
  });
  const queue = bytes.entries();
  const start = performance.now();
  const lane = async (): Promise<void> => {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      const [index, value] = next.value;
      const db = await database(`limit-own-${String(index)}`, ['updates', 'custom']);
      await put(db, 'updates', value);
      db.close();
    }
  };
  await Promise.all(Array.from({ length: 8 }, lane));
  const ms = performance.now() - start;
  // Awaited: a queue of deletions would stand in the way of whatever is measured next.
  for (const index of bytes.keys()) await removed(`limit-own-${String(index)}`);
  return ms;
}
