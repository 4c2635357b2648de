import 'fake-indexeddb/auto';
import { describe, it } from 'vitest';
import { openDexieVaultStore } from '../../src/sync/store/dexie-vault-store.ts';
import { MemoryVaultStore } from '../../src/sync/store/memory-vault-store.ts';
import type { VaultStore } from '../../src/sync/store/vault-store.ts';
import { vaultStoreCases } from './vault-store-cases.ts';

let count = 0;
async function dexieStore(): Promise<VaultStore> {
  const opening = await openDexieVaultStore(`vault-${(count += 1)}`);
  if (opening.kind === 'cannot-open') throw new Error(opening.reason);
  return opening.store;
}

describe.each([
  { place: 'memory', makeStore: () => Promise.resolve<VaultStore>(new MemoryVaultStore()) },
  { place: 'Dexie (simulated IndexedDB)', makeStore: dexieStore },
])('tables in $place', ({ makeStore }) => {
  it.each(vaultStoreCases)('$name', async ({ run }) => {
    const store = await makeStore();
    await run({ store });
    await store.destroy();
  });
});
