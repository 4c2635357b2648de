// A vault from the recovery sheet and a backup file, or, where the vault itself is still here, from the sheet alone.
import { readBundle, type BundleRefusal } from '../../exchange/backup-bundle.ts';
import { restoreVault, type BackupRefusal, type VaultDoor, type VaultSession } from '../../sync/index.ts';
import { digest, screenPace } from './breathe.ts';

export type RestoreProgress = (done: number, of: number) => void;

export type RestoreOutcome =
  | { readonly kind: 'restored'; readonly session: VaultSession }
  | {
      readonly kind: 'refused';
      readonly reason: BundleRefusal | BackupRefusal['reason'];
      readonly where?: string;
    };

export async function restoreFromBackup(
  door: VaultDoor,
  /** Null: the vault is still on this device, and the sheet alone opens it again. */
  file: Blob | null,
  words: string,
  passphrase: string,
  onProgress: RestoreProgress,
): Promise<RestoreOutcome> {
  if (!file) return restoreVault(door, null, words, passphrase, { onProgress });
  const bundle = await readBundle(new Uint8Array(await file.arrayBuffer()), digest, screenPace());
  if (bundle.kind === 'cancelled') throw new Error('nobody cancels a restore');
  if (bundle.kind === 'refused') return { kind: 'refused', reason: bundle.reason, where: bundle.detail };
  return restoreVault(door, bundle.files, words, passphrase, { onProgress });
}
