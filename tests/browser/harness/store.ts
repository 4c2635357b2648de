// A page without an app: the real store, in a real browser, within reach of a test.
import * as Y from 'yjs';
import { openDexieVaultStore } from '../../../src/sync/store/dexie-vault-store.ts';
import { databaseNameOf } from '../../../src/sync/store/document-database.ts';
import type { DocumentLog, SaveStatus } from '../../../src/sync/store/document-store.ts';
import { headOf } from '../../../src/sync/store/head.ts';
import { IndexeddbDocumentStore } from '../../../src/sync/store/indexeddb-document-store.ts';
import { stealWriterLock, takeWriterLock } from '../../../src/sync/store/writer-lock.ts';
import { documentStoreCases } from '../../contracts/document-store-cases.ts';
import { vaultStoreCases } from '../../contracts/vault-store-cases.ts';
import { costOfSaving } from './cost-of-saving.ts';

const never = () => () => undefined;
let count = 0;

const blobsOf = (log: DocumentLog) => log.outer.getArray<Uint8Array>('blobs');

/** Raw connection to a document's rows, beside the store. */
async function withRows<T>(
  docId: string,
  mode: IDBTransactionMode,
  ask: (rows: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(databaseNameOf(docId));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(request.error?.name));
  });
  const transaction = db.transaction('updates', mode);
  const request = ask(transaction.objectStore('updates'));
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(new Error(transaction.error?.name));
  });
  db.close();
  return request.result;
}

async function contractFaults(kind: 'documents' | 'vault'): Promise<readonly string[]> {
  const faults: string[] = [];
  const attempt = async (name: string, run: () => Promise<void>) => {
    await run().catch((error: unknown) => faults.push(`${name}: ${String(error)}`));
  };
  if (kind === 'documents')
    for (const { name, run } of documentStoreCases)
      await attempt(name, () =>
        run({ store: new IndexeddbDocumentStore(), newDocId: () => `contract-${(count += 1)}` }),
      );
  else
    for (const { name, run } of vaultStoreCases)
      await attempt(name, async () => {
        const opening = await openDexieVaultStore(`contract-${(count += 1)}`);
        if (opening.kind === 'cannot-open') throw new Error(opening.reason);
        await run({ store: opening.store });
        await opening.store.destroy();
      });
  return faults;
}

const harness = {
  Y,
  IndexeddbDocumentStore,
  openDexieVaultStore,
  takeWriterLock,
  stealWriterLock,
  headOf,
  blobsOf,
  contractFaults,
  costOfSaving,
  caseCounts: { documents: documentStoreCases.length, vault: vaultStoreCases.length },
  storeWithoutRetries: () => new IndexeddbDocumentStore(never),
  rowCount: (docId: string) => withRows(docId, 'readonly', (rows) => rows.count()),
  rows: (docId: string) => withRows<unknown[]>(docId, 'readonly', (rows) => rows.getAll()),
  replaceRow: (docId: string, key: number, value: unknown) =>
    withRows(docId, 'readwrite', (rows) => rows.put(value, key)),
  /** The first change to this kind of status, or the one that stands. */
  until: (log: DocumentLog, kind: SaveStatus['kind']) =>
    new Promise<SaveStatus>((resolve) => {
      if (log.status.kind === kind) resolve(log.status);
      const stop = log.subscribe((status) => {
        if (status.kind !== kind) return;
        stop();
        resolve(status);
      });
    }),
};

declare global {
  interface Window {
    harness: typeof harness;
  }
}
window.harness = harness;
document.documentElement.dataset['ready'] = 'yes';
