// A device is revoked, for good, and a new epoch begins without it (R2, R3).
import type { Bytes } from '../vault/bytes.ts';
import type { EpochRoot } from '../vault/epoch-root.ts';
import type { DeviceId } from '../vault/ids.ts';
import { currentRecipients } from './grant.ts';
import type { HeldPosition } from './held-positions.ts';
import { nextCounter, openEpoch, type Signing } from './open-epoch.ts';
import { readRegistry } from './read-registry.ts';
import { seenFrom, type RegistryView } from './registry-view.ts';
import { signStatement } from './statement.ts';

export interface DeviceRevocation {
  /** What has to be added to the statements that were given. */
  readonly newStatements: readonly Bytes[];
  /** To be added to the keyring and sealed to the sheet before anything is written. */
  readonly epoch: EpochRoot;
}

/**
 * `held`: the highest seq held from the device, per document and session. The epoch is granted to whoever is in after
 * the revocation: when the sheet decides a standoff, that is the other side. Throws if the device is not registered.
 */
export async function revokeDevice(
  statements: readonly Uint8Array[],
  deviceId: DeviceId,
  held: readonly HeldPosition[],
  signing: Signing,
): Promise<DeviceRevocation> {
  const before = await viewOf(statements, signing);
  if (!before.devices.has(deviceId)) throw new Error('no such device in this registry');
  const seen = seenFrom(before, [{ kind: 'device', id: deviceId }]);
  const body = { kind: 'revoke', deviceId, seen, held } as const;
  const revocation = await signStatement(body, signing.vaultId, signing.signer, signing.now);
  const after = await viewOf([...statements, revocation], signing);
  const opened = await openEpoch(nextCounter(after.epochs), currentRecipients(after), signing);
  return { newStatements: [revocation, ...opened.statements], epoch: opened.epoch };
}

async function viewOf(statements: readonly Uint8Array[], { vaultId }: Signing): Promise<RegistryView> {
  const reading = await readRegistry(statements, vaultId);
  if (reading.kind !== 'read') throw new Error('these statements found no vault');
  return reading.view;
}
