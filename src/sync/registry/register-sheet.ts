// The recovery sheet enters the registry: the first at founding, a later one in place of the one before (PROTOCOL 7.7).
import type { Bytes } from '../vault/bytes.ts';
import type { EpochRoot } from '../vault/epoch-root.ts';
import { sign, signingKey } from '../vault/key-pairs.ts';
import { countersignedBytes, type RecoveryWithSecrets } from '../vault/recovery.ts';
import type { StatementId, VaultId } from '../vault/ids.ts';
import { currentRecipients, grantTo, type Recipient } from './grant.ts';
import { nextCounter, openEpoch, type Signing } from './open-epoch.ts';
import { principalKey, type Principal } from './principal.ts';
import { seenFrom, type RegistryView } from './registry-view.ts';
import { signStatement } from './statement.ts';
import type { StatementBody } from './statement-body.ts';

export async function sheetRegistration(
  sheet: RecoveryWithSecrets,
  generation: number,
  seen: readonly StatementId[],
  vaultId: VaultId,
): Promise<Extract<StatementBody, { kind: 'recovery-key' }>> {
  const { x25519PublicKey, ed25519PublicKey } = sheet;
  const countersigned = countersignedBytes(vaultId, generation, sheet);
  const countersignature = await sign(await signingKey(sheet.ed25519.seed), countersigned);
  return { kind: 'recovery-key', generation, x25519PublicKey, ed25519PublicKey, countersignature, seen };
}

export const sheetRecipient = (sheet: Pick<RecoveryWithSecrets, 'id' | 'x25519PublicKey'>): Recipient => ({
  principal: { kind: 'recovery', id: sheet.id },
  x25519PublicKey: sheet.x25519PublicKey,
});

/**
 * Puts a new sheet in the place of the old one: every known root is granted to it, and a new epoch begins that the old
 * sheet cannot open. What the old one signed and we have seen stands. Signed by a device.
 */
export async function replaceSheet(
  view: RegistryView,
  sheet: RecoveryWithSecrets,
  roots: readonly EpochRoot[],
  signing: Signing,
): Promise<{ readonly newStatements: readonly Bytes[]; readonly epoch: EpochRoot }> {
  const { vaultId, signer, random, now } = signing;
  const older: readonly Principal[] = [
    ...view.replacedSheets,
    ...(view.recoveryKey ? [view.recoveryKey.id] : []),
  ].map((id) => ({ kind: 'recovery', id }));
  const generation = (view.recoveryKey?.generation ?? 0) + 1;
  const bodies: StatementBody[] = [
    await sheetRegistration(sheet, generation, seenFrom(view, older), vaultId),
  ];
  for (const root of roots) bodies.push(await grantTo(sheetRecipient(sheet), root, vaultId, random));
  const signed = await Promise.all(bodies.map((body) => signStatement(body, vaultId, signer, now)));
  const olderKeys = new Set(older.map(principalKey));
  const devices = currentRecipients(view).filter(({ principal }) => !olderKeys.has(principalKey(principal)));
  const recipients = [...devices, sheetRecipient(sheet)];
  const { epoch, statements } = await openEpoch(nextCounter(view.epochs), recipients, signing);
  return { newStatements: [...signed, ...statements], epoch };
}
