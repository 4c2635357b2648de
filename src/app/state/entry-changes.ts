// Writing entries down and crossing them out, each with what takes it back. Nothing is edited: an undone entry stays in the
// record as deleted at once, and what it corrected counts again.
import type { ClientRecord } from '../../records/client-record.ts';
import type { Entry, EntryId } from '../../records/entry.ts';
import type { DeleteReason } from '../wording/delete-reason-word.ts';
import type { ClientState } from './client.svelte.ts';

type Writer = Pick<ClientState, 'addEntry' | 'deleteEntry' | 'restoreEntry'>;

/** Takes a change back. The client is given anew: the page, and with it the document, may have been left since. */
export type UndoFor<Target> = (target: Target) => Promise<unknown>;

export async function writeDown(client: Writer, entries: readonly Entry[]): Promise<UndoFor<Writer>> {
  for (const entry of entries) await client.addEntry(entry);
  const undone: DeleteReason = 'undone';
  return async (later) => {
    for (const { id } of entries.toReversed()) await later.deleteEntry(id, undone);
  };
}

/**
 * What has to be crossed out for a thing to be gone: with a correction also what it corrects, or that would count again. Where
 * two corrections disagree only the one: then the other counts.
 */
export function everyWordingOf(
  { corrections }: Pick<ClientRecord, 'corrections'>,
  id: EntryId,
): readonly EntryId[] {
  const chain: EntryId[] = [id];
  for (;;) {
    const newest = chain.at(-1);
    const correction = corrections.find(({ by }) => by.some((entry) => entry.id === newest));
    if (!correction || chain.includes(correction.original.id)) return chain;
    if (correction.by.length > 1) return [id];
    chain.push(correction.original.id);
  }
}

export async function crossOut(
  client: Writer & Pick<ClientState, 'record'>,
  things: readonly EntryId[],
  reason: DeleteReason,
): Promise<UndoFor<Writer>> {
  const { record } = client;
  const ids = things.flatMap((id) => (record ? everyWordingOf(record, id) : [id]));
  for (const id of ids) await client.deleteEntry(id, reason);
  return async (later) => {
    for (const id of ids) await later.restoreEntry(id);
  };
}
