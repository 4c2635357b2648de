// Writing entries down and crossing them out, each with what takes it back. Nothing is edited: an undone entry stays in the
// record as deleted at once.
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

export async function crossOut(
  client: Writer,
  ids: readonly EntryId[],
  reason: DeleteReason,
): Promise<UndoFor<Writer>> {
  for (const id of ids) await client.deleteEntry(id, reason);
  return async (later) => {
    for (const id of ids) await later.restoreEntry(id);
  };
}
