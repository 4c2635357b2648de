// A grant: one epoch's root, sealed to a device or a sheet (R1, PROTOCOL 7.5). Readable without any root.
import { byteWriter } from '../vault/binary.ts';
import { asBytes, type Bytes, type Random } from '../vault/bytes.ts';
import { ROOT_BYTES, rootMatchesId, type EpochRoot } from '../vault/epoch-root.ts';
import { idToBytes, type EpochId, type VaultId } from '../vault/ids.ts';
import type { KeyPairSeed } from '../vault/key-pairs.ts';
import { openSealedBox, sealToPublicKey } from '../vault/sealed-box.ts';
import { grantsFor, type RegistryView } from './registry-view.ts';
import { writePrincipal, type Principal } from './principal.ts';
import type { StatementBody } from './statement-body.ts';

/** A principal with the public key that a grant is sealed to. */
export interface Recipient {
  readonly principal: Principal;
  readonly x25519PublicKey: Uint8Array;
}

function grantContext(vaultId: VaultId, epochId: EpochId, recipient: Principal): Bytes {
  const writer = byteWriter().bytes(idToBytes(vaultId)).bytes(idToBytes(epochId));
  return writePrincipal(writer, recipient).done();
}

export async function grantTo(
  { principal, x25519PublicKey }: Recipient,
  epoch: EpochRoot,
  vaultId: VaultId,
  random: Random,
): Promise<Extract<StatementBody, { kind: 'grant' }>> {
  const context = grantContext(vaultId, epoch.id, principal);
  const box = await sealToPublicKey(asBytes(x25519PublicKey), 'box/grant', context, epoch.root, random);
  return { kind: 'grant', epochId: epoch.id, recipient: principal, box };
}

/** Every root that the registry grants to this principal. A grant that does not open, or whose root is not the epoch's,
 *  is passed over: another one for the same epoch may be good. */
export async function openGrants(
  view: RegistryView,
  recipient: Principal,
  x25519: KeyPairSeed,
): Promise<readonly EpochRoot[]> {
  const counters = new Map(view.epochs.map(({ id, counter }) => [id, counter]));
  const opened = await Promise.all(
    grantsFor(view, recipient).map(async ({ epochId, box }): Promise<readonly EpochRoot[]> => {
      const context = grantContext(view.vaultId, epochId, recipient);
      const root = await openSealedBox(x25519, 'box/grant', context, box);
      const counter = counters.get(epochId);
      if (root?.length !== ROOT_BYTES || counter === undefined) return [];
      const epoch = { id: epochId, counter, root };
      return (await rootMatchesId(epoch)) ? [epoch] : [];
    }),
  );
  return [...new Map(opened.flat().map((epoch) => [epoch.id, epoch])).values()];
}

/** Everyone who may hold a root now: the devices that are not revoked, and the current sheet. */
export function currentRecipients(view: RegistryView): readonly Recipient[] {
  const devices = [...view.devices.values()].filter(({ state }) => state === 'active');
  const recipients = devices.map(({ id, x25519PublicKey }): Recipient => ({
    principal: { kind: 'device', id },
    x25519PublicKey,
  }));
  const sheet = view.recoveryKey;
  if (sheet === null) return recipients;
  return [
    ...recipients,
    { principal: { kind: 'recovery', id: sheet.id }, x25519PublicKey: sheet.x25519PublicKey },
  ];
}
