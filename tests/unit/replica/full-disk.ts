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
] as const satisfies readonly (keyof VaultStore)[];

const full = (): Promise<never> => Promise.reject(new DOMException('full', 'QuotaExceededError'));

/** Until `free` is called. */
export function fillDisk(tables: VaultStore): { readonly free: () => void } {
  const working = Object.fromEntries(writes.map((name) => [name, tables[name].bind(tables)]));
  for (const name of writes) tables[name] = full;
  return { free: () => Object.assign(tables, working) };
}
