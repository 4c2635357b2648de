// The tablet is back and the vault open: what was finished is taken in at once; what was not waits for the therapist's word.
import type { ClientId } from '../../records/entry.ts';
import { clientIdFrom } from '../../records/ids.ts';
import type { Practice } from './practice.svelte.ts';
import { takeBack } from './take-back.ts';

/** Where to go from here; null: the client is not in this vault any more. */
export async function comeBack(
  practice: Practice,
): Promise<{ readonly kind: 'share' | 'hand-over'; readonly clientId: ClientId } | null> {
  const mark = await practice.session.inbox.takeBack();
  const clientId = mark && clientIdFrom(mark.clientId);
  const client = clientId && (await practice.openClient(clientId));
  if (!mark || !clientId || !client) return null;
  await client.whenOpen();
  if (!mark.hasEnded || client.readiness !== 'editable') return { kind: 'hand-over', clientId };
  const taken = await takeBack(practice, client, mark);
  // Not saved: it lies in the inbox still, and the page of the hand-over says so.
  return { kind: taken === 'not-saved' ? 'hand-over' : 'share', clientId };
}
