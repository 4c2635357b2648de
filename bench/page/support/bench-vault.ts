// The product's own way into a vault on disk. A key that was derived is kept, so that only the figure that is about it waits for
// it again (DESIGN 11 says "KDF apart"); the derivation is an argument, as in the unit tests (VAULT L4).
import { Practice } from '../../../src/app/state/practice.svelte.ts';
import { VaultDoor } from '../../../src/sync/replica/vault-door.ts';
import { openDexieVaultStore } from '../../../src/sync/store/dexie-vault-store.ts';
import { IndexeddbDocumentStore } from '../../../src/sync/store/indexeddb-document-store.ts';
import { kdfInWorker } from '../../../src/sync/vault/kdf-in-worker.ts';
import { KDF_FLOOR, type DeriveKey } from '../../../src/sync/vault/kdf.ts';

const passphrase = 'bench';
export const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

const deriveInWorker = kdfInWorker();
let derived: Uint8Array | null = null;
let derivedAt = 0;

const deriveAnew: DeriveKey = async (...asked) => {
  derived = await deriveInWorker(...asked);
  derivedAt = performance.now();
  return derived.slice();
};
const deriveOnce: DeriveKey = async (...asked) => derived?.slice() ?? deriveAnew(...asked);

/** Spends as long as a derivation takes: a page that has waited is slower at first, the limit's as well as the product's. */
export const waitForAKey = async (): Promise<void> => {
  const header = { ...KDF_FLOOR, salt: new Uint8Array(random(16)) };
  await deriveInWorker(passphrase, header);
};

/** When the last key was derived, in the milliseconds of `performance.now()`. */
export const lastDerivedAt = (): number => derivedAt;

export interface BenchDoor {
  found(): Promise<Practice>;
  unlock(): Promise<Practice>;
  /** Locks the practice and lets go of the tables. */
  shut(practice: Practice): Promise<void>;
}

/** The tables are open, as they are when the app asks for the passphrase. */
export async function openBenchDoor(kdf: 'derived-anew' | 'in-hand' = 'in-hand'): Promise<BenchDoor> {
  const opening = await openDexieVaultStore();
  if (opening.kind !== 'opened') throw new Error(opening.reason);
  const { store: tables } = opening;
  const ports = {
    tables,
    documents: new IndexeddbDocumentStore(),
    deriveKey: kdf === 'in-hand' ? deriveOnce : deriveAnew,
    kdfCost: () => Promise.resolve(KDF_FLOOR),
    credentials: null,
    random,
    now: () => new Date().toISOString(),
  };
  const door = new VaultDoor(ports, { isStillWriter: () => Promise.resolve(true) }, false);
  return {
    found: async () => Practice.open((await door.found(passphrase)).session),
    unlock: async () => {
      const outcome = await door.unlock(passphrase);
      if (outcome.kind !== 'open') throw new Error(outcome.kind);
      return Practice.open(outcome.session);
    },
    shut: async (practice) => {
      await practice.close();
      await tables.close();
    },
  };
}
