// A disk that is full from now on, for the vault's tables: every write fails as a browser lets it fail, every read goes on.
import type { VaultStore } from '../../../src/sync/store/vault-store.ts';

const writes = [
  'markDirty',
  'commitClean',
  'appendAudit',
  'addQuarantine',
  'writeSlots',
  'addStatements',
  'claimGeneration',
  'claimGenerationAfter',
] as const satisfies readonly (keyof VaultStore)[];

const full = (): Promise<never> => Promise.reject(new DOMException('full', 'QuotaExceededError'));

/** Until `free` is called; `only` these kinds of write where a story needs the others. */
export function fillDisk(
  tables: VaultStore,
  only: readonly (typeof writes)[number][] = writes,
): { readonly free: () => void } {
  const working = Object.fromEntries(only.map((name) => [name, tables[name].bind(tables)]));
  for (const name of only) tables[name] = full;
  return { free: () => Object.assign(tables, working) };
}

/** No room for the dirty mark of one document, so that only this one cannot be written. */
export function fillDiskFor(tables: VaultStore, docId: string): { readonly free: () => void } {
  const markDirty = tables.markDirty.bind(tables);
  tables.markDirty = (docIds) => (docIds.includes(docId) ? full() : markDirty(docIds));
  return { free: () => Object.assign(tables, { markDirty }) };
}
