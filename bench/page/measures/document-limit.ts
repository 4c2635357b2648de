// The limit for opening a document: read one row raw, open one seal, apply one update.
import * as Y from 'yjs';

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no answer'));
  });

/** Median over `times`, in ms, for an inner document of `entries` made-up entries. */
export async function readDecryptApply(entries: readonly unknown[], times: number): Promise<number> {
  const inner = new Y.Doc();
  inner.transact(() => {
    for (const [index, entry] of entries.entries())
      inner.getMap('entries').set(String(index).padStart(32, '0'), entry);
  });
  const update = new Uint8Array(Y.encodeStateAsUpdate(inner));
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, update));
  const opening = indexedDB.open('limit-document');
  opening.onupgradeneeded = () => opening.result.createObjectStore('updates', { autoIncrement: true });
  const db = await answered(opening);
  await answered(db.transaction('updates', 'readwrite').objectStore('updates').put(sealed));
  db.close();
  const found: number[] = [];
  for (let run = 0; run < times; run += 1) {
    const start = performance.now();
    const again = await answered(indexedDB.open('limit-document'));
    const [row] = (await answered(
      again.transaction('updates').objectStore('updates').getAll(),
    )) as Uint8Array<ArrayBuffer>[];
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, row ?? new Uint8Array());
    Y.applyUpdate(new Y.Doc(), new Uint8Array(plain));
    found.push(performance.now() - start);
    again.close();
  }
  indexedDB.deleteDatabase('limit-document');
  return [...found].sort((a, b) => a - b)[found.length >> 1] ?? 0;
}
