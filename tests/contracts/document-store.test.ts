import 'fake-indexeddb/auto';
import { describe, it } from 'vitest';
import { IndexeddbDocumentStore } from '../../src/sync/store/indexeddb-document-store.ts';
import { MemoryDocumentStore } from '../../src/sync/store/memory-document-store.ts';
import { documentStoreCases } from './document-store-cases.ts';

let count = 0;
const newDocId = () => `doc-${(count += 1)}`;

describe.each([
  { place: 'memory', makeStore: () => new MemoryDocumentStore() },
  { place: 'IndexedDB (simulated)', makeStore: () => new IndexeddbDocumentStore() },
])('documents in $place', ({ makeStore }) => {
  it.each(documentStoreCases)('$name', async ({ run }) => {
    await run({ store: makeStore(), newDocId });
  });
});
