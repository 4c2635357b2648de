// What can be said of a vault before anybody unlocks it.
import type { VaultStore } from '../store/vault-store.ts';
import { fromUtf8 } from '../vault/text.ts';

export type VaultPresence =
  | { readonly kind: 'none' }
  | { readonly kind: 'locked'; readonly hasPasskey: boolean; readonly lastBackupAt: string | null };

export async function lookAtVault(tables: VaultStore): Promise<VaultPresence> {
  const [vaultId, passkey, backup] = await Promise.all([
    tables.readSlot('vault-id'),
    tables.readSlot('wrap-passkey'),
    tables.readSlot('last-backup'),
  ]);
  if (!vaultId) return { kind: 'none' };
  return { kind: 'locked', hasPasskey: passkey !== null, lastBackupAt: backup && fromUtf8(backup) };
}
