// What opening a vault needs of its tables. All of it lies there sealed or signed, so it is asked for at once and arrives while
// the key is still being derived; the caseload's rows last, because nothing else may wait for them.
import { readRegistry, type RegistryReading } from '../registry/read-registry.ts';
import type { SummaryBlockRow, VaultStore } from '../store/vault-store.ts';
import { parseVaultId, type VaultId } from '../vault/ids.ts';
import { fromUtf8 } from '../vault/text.ts';

export interface LockedVault {
  readonly keyring: Promise<Uint8Array | null>;
  /** Null where no vault's id is kept. Every statement's signature has been checked. */
  readonly registry: Promise<{
    readonly vaultId: VaultId;
    readonly statements: readonly Uint8Array[];
    readonly reading: RegistryReading;
  } | null>;
  readonly summaries: Promise<readonly SummaryBlockRow[]>;
}

export function readLockedVault(tables: VaultStore): LockedVault {
  return {
    keyring: unhurried(tables.readSlot('keyring')),
    registry: unhurried(readIdentity(tables)),
    summaries: unhurried(tables.readSummaries()),
  };
}

async function readIdentity(tables: VaultStore): Promise<Awaited<LockedVault['registry']>> {
  const [idBytes, statements] = await Promise.all([tables.readSlot('vault-id'), tables.readStatements()]);
  const vaultId = parseVaultId((idBytes && fromUtf8(idBytes)) ?? '');
  return vaultId && { vaultId, statements, reading: await readRegistry(statements, vaultId) };
}

/** Whoever awaits it is told of a failure; after a wrong passphrase nobody does, and it is no fault. */
function unhurried<T>(reading: Promise<T>): Promise<T> {
  reading.catch(() => undefined);
  return reading;
}
