import { IndexeddbDocumentStore } from '../../../src/sync/store/indexeddb-document-store.ts';

export interface SavingCost {
  /** Medians in ms. */
  readonly rawPutMs: number;
  readonly keystrokeMs: number;
  readonly openEditSavedMs: number;
  readonly newEditSavedMs: number;
  readonly rawOpenPutMs: number;
  readonly rawCreatePutMs: number;
  readonly openOnlyMs: number;
}

const median = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

async function timed(rounds: number, run: (round: number) => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await run(round);
    times.push(performance.now() - start);
  }
  return median(times);
}

const openRaw = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.result.createObjectStore('updates', { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(request.error?.name));
  });

const putStrict = (db: IDBDatabase, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = db.transaction('updates', 'readwrite', { durability: 'strict' });
    transaction.objectStore('updates').add(bytes);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(new Error(transaction.error?.name));
  });

/** One blob of 1 KB: through the guard, and as a raw strict put. */
export async function costOfSaving(rounds: number): Promise<SavingCost> {
  const bytes = crypto.getRandomValues(new Uint8Array(1024));
  const raw = await openRaw('raw');
  const store = new IndexeddbDocumentStore();
  const log = await store.open('cost');
  const push = async () => {
    log.outer.getArray('blobs').push([bytes]);
    await log.settled();
  };
  for (let n = 0; n < 5; n += 1) {
    await putStrict(raw, bytes);
    await push();
  }
  const rawPutMs = await timed(rounds, () => putStrict(raw, bytes));
  const keystrokeMs = await timed(rounds, push);
  const openEditSavedMs = await timed(rounds, async () => {
    const again = await store.open('cost-reopened');
    again.outer.getArray('blobs').push([bytes]);
    await again.settled();
    await again.close();
  });
  const newEditSavedMs = await timed(rounds, async (round) => {
    const fresh = await store.open(`cost-new-${round}`);
    fresh.outer.getArray('blobs').push([bytes]);
    await fresh.settled();
    await fresh.close();
  });
  const rawOpenPutMs = await timed(rounds, async () => {
    const db = await openRaw('raw-reopened');
    await putStrict(db, bytes);
    db.close();
  });
  const rawCreatePutMs = await timed(rounds, async (round) => {
    const db = await openRaw(`raw-new-${round}`);
    await putStrict(db, bytes);
    db.close();
  });
  const openOnlyMs = await timed(rounds, async () => {
    await (await store.open('cost-reopened')).close();
  });
  return { rawPutMs, keystrokeMs, openEditSavedMs, newEditSavedMs, rawOpenPutMs, rawCreatePutMs, openOnlyMs };
}
