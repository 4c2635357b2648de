// A new epoch: a new root, granted to everyone who is in (R2). Made after a revocation, a replaced sheet, or by the first
// to notice that none of the known ones may be written under.
import type { Bytes, Random } from '../vault/bytes.ts';
import { commitmentTo, newEpochRoot, type EpochRoot } from '../vault/epoch-root.ts';
import type { VaultId } from '../vault/ids.ts';
import { grantTo, type Recipient } from './grant.ts';
import { signStatement, type Signer } from './statement.ts';
import type { StatementBody } from './statement-body.ts';

/** What every maker of statements needs. `now` gives an ISO instant in UTC. */
export interface Signing {
  readonly vaultId: VaultId;
  readonly signer: Signer;
  readonly random: Random;
  readonly now: () => string;
}

export interface OpenedEpoch {
  readonly epoch: EpochRoot;
  /** The epoch's statement and its grants. */
  readonly statements: readonly Bytes[];
}

/** `counter` is the highest known + 1; `recipients` include the one who signs. */
export async function openEpoch(
  counter: number,
  recipients: readonly Recipient[],
  { vaultId, signer, random, now }: Signing,
): Promise<OpenedEpoch> {
  const epoch = await newEpochRoot(counter, random);
  const commitment = await commitmentTo(epoch.root);
  const bodies: StatementBody[] = [{ kind: 'epoch', epochId: epoch.id, counter, commitment }];
  for (const recipient of recipients) bodies.push(await grantTo(recipient, epoch, vaultId, random));
  const statements = await Promise.all(bodies.map((body) => signStatement(body, vaultId, signer, now)));
  return { epoch, statements };
}

export const nextCounter = (epochs: readonly { readonly counter: number }[]): number =>
  Math.max(0, ...epochs.map(({ counter }) => counter)) + 1;
