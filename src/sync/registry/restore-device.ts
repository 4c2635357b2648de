// All devices are gone; the sheet and a backup are there. A new device is made (a restore never takes up an old identity,
// P8), admitted by the sheet itself, and granted every root.
import type { Bytes, Random } from '../vault/bytes.ts';
import { certificateOf, newDevice } from '../vault/device.ts';
import { rootMatchesId, type EpochRoot } from '../vault/epoch-root.ts';
import type { VaultId } from '../vault/ids.ts';
import type { KeyBundle } from '../vault/key-bundle.ts';
import { newCacheKey, type Keyring } from '../vault/keyring.ts';
import type { DamageReason } from '../vault/record-header.ts';
import { useRecovery, type RecoveryWithSecrets } from '../vault/recovery.ts';
import { openForRecovery } from '../vault/recovery-keyring.ts';
import { admitDevice } from './admit-device.ts';
import { nameDevice } from './device-name.ts';
import { openGrants } from './grant.ts';
import { readRegistry } from './read-registry.ts';
import type { RegistryView } from './registry-view.ts';
import { recoverySigner, signStatement } from './statement.ts';

export interface Restoring {
  readonly recoverySeed: Uint8Array;
  readonly statements: readonly Uint8Array[];
  readonly sealedForRecovery: Uint8Array;
  readonly random: Random;
  readonly now: () => string;
  readonly deviceName?: string;
}

export type Restoration =
  | {
      readonly kind: 'restored';
      readonly vaultId: VaultId;
      readonly keyring: Keyring;
      /** What has to be added to the statements that were given. */
      readonly newStatements: readonly Bytes[];
    }
  /** The keyring, or the vault that it names, was not made for this sheet. */
  | { readonly kind: 'other-sheet' }
  /** The sheet was this vault's, and a newer one has taken its place. */
  | { readonly kind: 'replaced-sheet' }
  | { readonly kind: 'refused'; readonly reason: 'newer-version' }
  | { readonly kind: 'damaged'; readonly reason: DamageReason | 'no-founder' | 'no-epoch' };

export const restoreDevice = (restoring: Restoring): Promise<Restoration> =>
  useRecovery(restoring.recoverySeed, (sheet) => restoreBySheet(sheet, restoring));

async function restoreBySheet(sheet: RecoveryWithSecrets, restoring: Restoring): Promise<Restoration> {
  const { random, now, deviceName, statements } = restoring;
  const opening = await openForRecovery(restoring.sealedForRecovery, sheet);
  if (opening.kind !== 'opened') return opening;
  const { vaultId, bundle } = opening;
  const reading = await readRegistry(statements, vaultId);
  if (reading.kind !== 'read') return { kind: 'damaged', reason: 'no-founder' };
  const { view } = reading;
  // The registration is countersigned by the sheet for this vault, so a vault of a forger's founding ends here.
  if (view.recoveryKey?.id !== sheet.id) {
    return { kind: view.replacedSheets.includes(sheet.id) ? 'replaced-sheet' : 'other-sheet' };
  }
  const epochs = await genuineRoots(view, bundle, sheet);
  const newest = epochs.at(-1);
  if (newest === undefined) return { kind: 'damaged', reason: 'no-epoch' };
  const device = await newDevice(random);
  const signing = { vaultId, signer: await recoverySigner(sheet), random, now };
  const admission = await admitDevice(device, await certificateOf(device), epochs, signing);
  const naming = deviceName === undefined ? null : await nameDevice(device.id, deviceName, newest, random);
  const named = naming === null ? [] : [await signStatement(naming, vaultId, signing.signer, now)];
  return {
    kind: 'restored',
    vaultId,
    keyring: {
      vaultId,
      device,
      cacheKey: newCacheKey(random),
      epochs,
      clientKeys: keysOfTheLiving(bundle, view),
    },
    newStatements: [...admission, ...named],
  };
}

/** Roots of epochs that count, from the sealed keyring and from grants to the sheet, each checked against its id. */
async function genuineRoots(
  view: RegistryView,
  bundle: KeyBundle,
  sheet: RecoveryWithSecrets,
): Promise<readonly EpochRoot[]> {
  const granted = await openGrants(view, { kind: 'recovery', id: sheet.id }, sheet.x25519);
  const rootsById = new Map([...bundle.epochs, ...granted].map((epoch) => [epoch.id, epoch]));
  const genuine: EpochRoot[] = [];
  for (const { id, counter } of view.epochs) {
    const known = rootsById.get(id);
    if (known?.counter === counter && (await rootMatchesId(known))) genuine.push(known);
  }
  return genuine;
}

/** An erased client's key does not come back with a backup (K5). */
function keysOfTheLiving({ clientKeys }: KeyBundle, view: RegistryView): KeyBundle['clientKeys'] {
  return new Map([...clientKeys].filter(([docId]) => !view.erased.has(docId)));
}
