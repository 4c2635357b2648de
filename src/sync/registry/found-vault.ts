// A vault comes to be: its first device, its first epoch, its recovery sheet, and the statements that say so (R1, K1–K3).
import type { Bytes, Random } from '../vault/bytes.ts';
import { certificateOf, newDevice } from '../vault/device.ts';
import { vaultIdOf, type VaultId } from '../vault/ids.ts';
import { newCacheKey, type Keyring } from '../vault/keyring.ts';
import { newRecoverySeed, recoveryFromSeed, type RecoveryWithSecrets } from '../vault/recovery.ts';
import { sealForRecovery } from '../vault/recovery-keyring.ts';
import { nameDevice } from './device-name.ts';
import { openEpoch } from './open-epoch.ts';
import { sheetRecipient, sheetRegistration } from './register-sheet.ts';
import { deviceSigner, signStatement } from './statement.ts';
import type { StatementBody } from './statement-body.ts';

export interface Founding {
  readonly random: Random;
  /** An ISO 8601 instant in UTC. */
  readonly now: () => string;
  /** How this device is called in lists; no name if left out. */
  readonly deviceName?: string;
}

export interface FoundedVault {
  readonly vaultId: VaultId;
  readonly keyring: Keyring;
  readonly statements: readonly Bytes[];
  /** Shown once as 24 words (`recoveryWords`), then wiped; only its public half is in the statements. */
  readonly recoverySeed: Bytes;
  readonly recovery: RecoveryWithSecrets;
  /** For backups and mailboxes; to be made again (`sealForRecovery`) whenever the keyring gains a key. */
  readonly sealedForRecovery: Bytes;
}

export async function foundVault({ random, now, deviceName }: Founding): Promise<FoundedVault> {
  const device = await newDevice(random);
  const recoverySeed = newRecoverySeed(random);
  const recovery = await recoveryFromSeed(recoverySeed);
  const vaultId = await vaultIdOf(device);
  const signer = await deviceSigner(device);
  const signing = { vaultId, signer, random, now };
  const self = { principal: signer.issuer, x25519PublicKey: device.x25519PublicKey };
  const first = await openEpoch(1, [self, sheetRecipient(recovery)], signing);
  const bodies: StatementBody[] = [
    { kind: 'found', certificate: await certificateOf(device) },
    await sheetRegistration(recovery, 1, [], vaultId),
  ];
  if (deviceName !== undefined) bodies.push(await nameDevice(device.id, deviceName, first.epoch, random));
  const signed = await Promise.all(bodies.map((body) => signStatement(body, vaultId, signer, now)));
  const bundle = { epochs: [first.epoch], clientKeys: new Map() };
  return {
    vaultId,
    keyring: { vaultId, device, cacheKey: newCacheKey(random), ...bundle },
    statements: [...signed, ...first.statements],
    recoverySeed,
    recovery,
    sealedForRecovery: await sealForRecovery(bundle, vaultId, recovery, random),
  };
}
