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

/** So many keys are tried at once before the screen has its turn: some tens of milliseconds. */
const slice = 16;

type Candidate = ReplySearch['clients'][number];

export async function findReplyClient(
  reply: SealedReply,
  { session, clients, atHand }: ReplySearch,
  { onProgress, signal }: Progress = {},
): Promise<ReplyClient> {
  const hasItOpen = ({ today }: Candidate): boolean =>
    today.checkIns.some(({ id }) => id === reply.checkInId);
  const hasKeyOf = async ({ id }: Candidate): Promise<boolean> => isSealedFor(reply, id, session);
  signal?.throwIfAborted();

  const inFront = clients.filter(({ id }) => id === atHand);
  const likely = clients.filter((client) => client.id !== atHand && hasItOpen(client));
  for (const client of [...inFront, ...likely]) {
    if (await hasKeyOf(client)) return { kind: 'found', clientId: client.id };
  }
  const tried = new Set([...inFront, ...likely]);
  const others = clients.filter((client) => !tried.has(client));
  for (let from = 0; from < others.length; from += slice) {
    onProgress?.(from, others.length);
    await breathe();
    signal?.throwIfAborted();
    const some = others.slice(from, from + slice);
    const isTheirs = await Promise.all(some.map(hasKeyOf));
    const found = some[isTheirs.indexOf(true)];
    if (found) return { kind: 'found', clientId: found.id };
  }
  const named = clients.find(hasItOpen);
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
