// A therapist's devices, for the registry's stories: a founded vault, and devices that join, revoke and restore.
import {
  certificateOf,
  newDevice,
  publicDevice,
  type DeviceWithSecrets,
} from '../../../src/sync/vault/device.ts';
import type { Bytes, Random } from '../../../src/sync/vault/bytes.ts';
import type { EpochRoot } from '../../../src/sync/vault/epoch-root.ts';
import type { VaultId } from '../../../src/sync/vault/ids.ts';
import type { RecoveryWithSecrets } from '../../../src/sync/vault/recovery.ts';
import { admitDevice } from '../../../src/sync/registry/admit-device.ts';
import { foundVault } from '../../../src/sync/registry/found-vault.ts';
import type { Signing } from '../../../src/sync/registry/open-epoch.ts';
import { readRegistry } from '../../../src/sync/registry/read-registry.ts';
import type { RegistryView } from '../../../src/sync/registry/registry-view.ts';
import { revokeDevice } from '../../../src/sync/registry/revoke-device.ts';
import { deviceSigner, recoverySigner, signStatement } from '../../../src/sync/registry/statement.ts';
import type { StatementBody } from '../../../src/sync/registry/statement-body.ts';
import { seededRandom, steppingClock } from '../vault/seeded-random.ts';

export interface Practice {
  readonly vaultId: VaultId;
  readonly desk: DeviceWithSecrets;
  readonly roots: readonly EpochRoot[];
  readonly sheet: RecoveryWithSecrets;
  readonly founded: readonly Bytes[];
  readonly random: Random;
  readonly now: () => string;
  by(device: DeviceWithSecrets): Promise<Signing>;
  bySheet(sheet?: RecoveryWithSecrets): Promise<Signing>;
  say(device: DeviceWithSecrets, body: StatementBody): Promise<Bytes>;
  /** A new device, and what admits it. */
  admit(admitter: DeviceWithSecrets): Promise<{ device: DeviceWithSecrets; statements: readonly Bytes[] }>;
  /** What `revoker` says when it has seen `known`. */
  revoke(
    revoker: DeviceWithSecrets,
    target: DeviceWithSecrets,
    known: readonly Bytes[],
  ): Promise<readonly Bytes[]>;
  view(...statements: readonly (readonly Bytes[])[]): Promise<RegistryView>;
}

export async function aPractice(seed = 1): Promise<Practice> {
  const random = seededRandom(seed);
  const now = steppingClock();
  const vault = await foundVault({ random, now, deviceName: 'desk' });
  const { vaultId, keyring } = vault;
  const by = async (device: DeviceWithSecrets): Promise<Signing> => ({
    vaultId,
    signer: await deviceSigner(device),
    random,
    now,
  });
  return {
    vaultId,
    desk: keyring.device,
    roots: keyring.epochs,
    sheet: vault.recovery,
    founded: vault.statements,
    random,
    now,
    by,
    bySheet: async (sheet = vault.recovery) => ({
      vaultId,
      signer: await recoverySigner(sheet),
      random,
      now,
    }),
    say: async (device, body) => signStatement(body, vaultId, await deviceSigner(device), now),
    admit: async (admitter) => {
      const device = await newDevice(random);
      const certificate = await certificateOf(device);
      const statements = await admitDevice(
        publicDevice(device),
        certificate,
        keyring.epochs,
        await by(admitter),
      );
      return { device, statements };
    },
    revoke: async (revoker, target, known) =>
      (await revokeDevice(known, target.id, [], await by(revoker))).newStatements,
    view: async (...statements) => viewOf(statements.flat(), vaultId),
  };
}

export async function viewOf(statements: readonly Uint8Array[], vaultId: VaultId): Promise<RegistryView> {
  const reading = await readRegistry(statements, vaultId);
  if (reading.kind !== 'read') throw new Error(reading.kind);
  return reading.view;
}
