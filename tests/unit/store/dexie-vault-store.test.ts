import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openDexieVaultStore } from '../../../src/sync/store/dexie-vault-store.ts';
import { nativeSchemaVersion } from '../../../src/sync/store/vault-tables.ts';
import type { VaultStore } from '../../../src/sync/store/vault-store.ts';
import { watchConnections } from './fake-disk.ts';

let count = 0;
const newName = () => `vault-unit-${(count += 1)}`;
const bytes = new Uint8Array([1, 2, 3]);

async function opened(name: string): Promise<VaultStore> {
  const opening = await openDexieVaultStore(name);
  if (opening.kind === 'cannot-open') throw new Error(opening.reason);
  return opening.store;
}

const openRaw = (name: string, version?: number): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = version === undefined ? indexedDB.open(name) : indexedDB.open(name, version);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(request.error?.name));
  });

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the vault’s tables in Dexie', () => {
  it('every write asks for strict durability', async () => {
    const begin = vi.spyOn(IDBDatabase.prototype, 'transaction'); // before opening: Dexie binds it then
    const store = await opened(newName());
    await store.writeSlots({ keyring: bytes, 'wrap-passkey': null });
    await store.addStatements([bytes]);
    await store.markDirty(['a']);
    await store.commitClean({
      heads: [{ docId: 'a', head: bytes }],
      series: [],
      summaries: [],
      cleanDocIds: ['a'],
    });
    await store.clearCaches();
    await store.addQuarantine([
      { id: 'x', docId: 'a', reason: 'damaged-row', bytes, foundAt: '2026-01-01T00:00:00Z' },
    ]);
    await store.appendAudit(bytes);
    await store.claimGeneration();
    await store.forgetDocument('a');
    const writing = begin.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writing).toHaveLength(9);
    for (const [, , options] of writing) expect(options).toEqual({ durability: 'strict' });
    await store.destroy();
  });

  it('a vault of a newer version is refused and not touched', async () => {
    const name = newName();
    await (await opened(name)).close();
    (await openRaw(name, nativeSchemaVersion + 10)).close();
    expect(await openDexieVaultStore(name)).toEqual({ kind: 'cannot-open', reason: 'newer-version' });
    const db = await openRaw(name);
    expect(db.version).toBe(nativeSchemaVersion + 10);
    db.close();
  });

  it('a database that refuses to open is told by name', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    expect(await openDexieVaultStore(newName())).toEqual({ kind: 'cannot-open', reason: 'SecurityError' });
  });

  it('closing by the browser is told once, and nothing is opened or made anew behind our back', async () => {
    const connections = watchConnections();
    const name = newName();
    const store = await opened(name);
    connections.stop();
    const told = vi.fn();
    store.onClosed(told);
    connections.closeByBrowser();
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
    await expect(store.readSlot('keyring')).rejects.toThrow();
    await expect(store.markDirty(['a'])).rejects.toThrow();
    await store.close();
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('deleting by another tab closes it without a word on the console', async () => {
    const warn = vi.spyOn(console, 'warn');
    const name = newName();
    const store = await opened(name);
    const told = vi.fn();
    store.onClosed(told);
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(name).onsuccess = resolve;
    });
    expect(told).toHaveBeenCalledTimes(1);
    expect(warn).not.toHaveBeenCalled();
  });

  it('closing and destroying by us is no news', async () => {
    const told = vi.fn();
    const store = await opened(newName());
    store.onClosed(told);
    await store.close();
    const other = await opened(newName());
    other.onClosed(told);
    await other.destroy();
    expect(told).not.toHaveBeenCalled();
  });
});
