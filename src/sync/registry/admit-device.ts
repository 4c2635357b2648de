// A device is taken into the vault: its admission and a grant of every root that the admitting side holds (R1).
import type { Bytes } from '../vault/bytes.ts';
import type { Device } from '../vault/device.ts';
import type { EpochRoot } from '../vault/epoch-root.ts';
import { grantTo } from './grant.ts';
import type { Signing } from './open-epoch.ts';
import { signStatement } from './statement.ts';
import type { StatementBody } from './statement-body.ts';

/** `certificate` is the device's own, read with `readCertificate`, which gave `device`. */
export async function admitDevice(
  device: Device,
  certificate: Bytes,
  roots: readonly EpochRoot[],
  { vaultId, signer, random, now }: Signing,
): Promise<readonly Bytes[]> {
  const principal = { kind: 'device', id: device.id } as const;
  const recipient = { principal, x25519PublicKey: device.x25519PublicKey };
  const bodies: StatementBody[] = [{ kind: 'admit', certificate }];
  for (const root of roots) bodies.push(await grantTo(recipient, root, vaultId, random));
  return Promise.all(bodies.map((body) => signStatement(body, vaultId, signer, now)));
}
