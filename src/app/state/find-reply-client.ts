// Whose reply is this? A reply names its check-in by 16 random bytes and nobody by name, so the keys are tried: the client at
// hand first, then those who have this check-in open, then everybody.
import type { ClientId } from '../../records/entry.ts';
import { openReply, type Progress, type VaultSession } from '../../sync/index.ts';
import { breathe } from './breathe.ts';
import type { SealedReply } from './check-in-reply.ts';
import type { ClientSummary } from './client-summary.ts';

export type ReplyClient =
  | { readonly kind: 'found'; readonly clientId: ClientId }
  /** The check-in is this client's, but its key did not seal this: the key in the link was changed on its way, or the reply was. */
  | { readonly kind: 'other-key'; readonly clientId: ClientId }
  /** No client here could have been asked this. */
  | { readonly kind: 'nobody-here' };

export interface ReplySearch {
  readonly session: Pick<VaultSession, 'checkInSeed'>;
  readonly clients: readonly Pick<ClientSummary, 'id' | 'today'>[];
  readonly atHand: ClientId | null;
}

/** So many keys are tried before the screen has its turn: some milliseconds. */
const slice = 16;

export async function findReplyClient(
  reply: SealedReply,
  { session, clients, atHand }: ReplySearch,
  { onProgress, signal }: Progress = {},
): Promise<ReplyClient> {
  const hasItOpen = ({ today }: Pick<ClientSummary, 'today'>): boolean =>
    today.checkIns.some(({ id }) => id === reply.checkInId);
  const rank = (client: Pick<ClientSummary, 'id' | 'today'>): number =>
    client.id === atHand ? 0 : hasItOpen(client) ? 1 : 2;
  const inOrder = clients.toSorted((a, b) => rank(a) - rank(b));
  for (const [tried, { id }] of inOrder.entries()) {
    signal?.throwIfAborted();
    if (tried % slice === slice - 1) {
      onProgress?.(tried, inOrder.length);
      await breathe();
    }
    if (await isSealedFor(reply, id, session)) return { kind: 'found', clientId: id };
  }
  const named = inOrder.find(hasItOpen);
  return named ? { kind: 'other-key', clientId: named.id } : { kind: 'nobody-here' };
}

async function isSealedFor(
  reply: SealedReply,
  clientId: ClientId,
  session: Pick<VaultSession, 'checkInSeed'>,
): Promise<boolean> {
  const seed = await session.checkInSeed(clientId, reply.checkInId);
  if (!seed) return false;
  return (await openReply(reply, seed, '')).kind !== 'not-for-this-key';
}
