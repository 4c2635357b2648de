// Where the keys for a restore come from: the backup, the vault that is still on this device, or both (K3).
import type { VaultStore } from '../store/vault-store.ts';
import type { Random } from '../vault/bytes.ts';
import { parseVaultId, type VaultId } from '../vault/ids.ts';
import { withClientKey, withEpoch, type KeyBundle } from '../vault/key-bundle.ts';
import type { RecoveryWithSecrets } from '../vault/recovery.ts';
import { openForRecovery, sealForRecovery } from '../vault/recovery-keyring.ts';
import { fromUtf8 } from '../vault/text.ts';
import { readStatementList, type BackupFiles } from './backup-files.ts';
import { refused, type BackupRefusal } from './backup-refusal.ts';

export interface RecoverySources {
  readonly kind: 'sources';
  /** The vault that is on this device; null: none. */
  readonly vaultHere: VaultId | null;
  /** The backup's first. */
  readonly sealedKeyrings: readonly Uint8Array[];
  readonly statements: readonly Uint8Array[];
}

export async function recoverySources(
  tables: VaultStore,
  files: BackupFiles | null,
): Promise<RecoverySources | BackupRefusal> {
  const [idBytes, here, statementsHere] = await Promise.all([
    tables.readSlot('vault-id'),
    tables.readSlot('keyring-recovery'),
    tables.readStatements(),
  ]);
  const vaultHere = parseVaultId((idBytes && fromUtf8(idBytes)) ?? '');
  const isHere = vaultHere !== null;
  const statements = files ? readStatementList(files.get('registry') ?? new Uint8Array()) : [];
  if (!statements) return refused('damaged', 'registry');
  const sealed = files?.get('recovery-keyring');
  const sealedKeyrings = [...(sealed ? [sealed] : []), ...(isHere && here ? [here] : [])];
  if (sealedKeyrings.length === 0 || (files && !sealed)) return refused('damaged', 'recovery-keyring');
  return {
    kind: 'sources',
    vaultHere,
    sealedKeyrings,
    statements: [...statements, ...(isHere ? statementsHere : [])],
  };
}

/**
 * One keyring of all that the sheet opens, sealed to it again. The first one has to open; one of this device that is damaged
 * or of an older sheet only adds nothing. Keyrings of two vaults are refused, and so is that of another vault than the one here.
 */
export async function joinKeyrings(
  { sealedKeyrings, vaultHere }: Pick<RecoverySources, 'sealedKeyrings' | 'vaultHere'>,
  sheet: RecoveryWithSecrets,
  random: Random,
): Promise<{ readonly kind: 'joined'; readonly sealed: Uint8Array } | BackupRefusal> {
  let joined: { readonly vaultId: VaultId; readonly bundle: KeyBundle } | null = null;
  for (const sealed of sealedKeyrings) {
    const opening = await openForRecovery(sealed, sheet);
    if (opening.kind === 'opened') {
      if (joined && joined.vaultId !== opening.vaultId) return refused('other-vault');
      joined = {
        vaultId: opening.vaultId,
        bundle: joined ? join(joined.bundle, opening.bundle) : opening.bundle,
      };
    } else if (!joined) {
      if (opening.kind === 'other-sheet') return refused('wrong-sheet');
      return refused(opening.kind === 'refused' ? 'newer-version' : 'damaged', 'recovery-keyring');
    } else if (opening.kind === 'other-sheet') {
      // A vault that this sheet does not open is here: another one, or this one with a newer sheet. Neither is overwritten.
      return refused('other-vault');
    }
  }
  if (!joined) return refused('damaged', 'recovery-keyring');
  if (vaultHere !== null && vaultHere !== joined.vaultId) return refused('other-vault');
  return { kind: 'joined', sealed: await sealForRecovery(joined.bundle, joined.vaultId, sheet, random) };
}

function join(bundle: KeyBundle, other: KeyBundle): KeyBundle {
  const withEpochs = other.epochs.reduce(withEpoch, bundle);
  return [...other.clientKeys].reduce((grown, [docId, key]) => withClientKey(grown, docId, key), withEpochs);
}
