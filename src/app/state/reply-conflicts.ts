// Two devices took in different replies to one check-in; a person says which one counts.
import { writeCheckIn, parseCheckInId, type TakenReply } from '../../records/check-ins.ts';
import { deleteEntry, restoreEntry } from '../../records/client-record.ts';
import type { ResponseEntry } from '../../records/entry.ts';
import type { ReplyConflict } from '../../records/other-replies.ts';
import type { DeleteReason } from '../wording/delete-reason-word.ts';
import type { ClientState } from './client.svelte.ts';
import { everyWordingOf, type UndoFor } from './entry-changes.ts';
import { now } from './now.ts';

export type WhichReply = 'first' | 'other';

const otherReply: DeleteReason = 'other-reply';

/** The other one stays in the record, deleted, with its reason. Undone, both stand again. */
export async function decideReply(
  client: Pick<ClientState, 'edit' | 'record'>,
  { checkInId, kept, others }: ReplyConflict,
  which: WhichReply,
): Promise<UndoFor<Pick<ClientState, 'edit'>>> {
  const { record } = client;
  const wordingsOf = (entries: readonly ResponseEntry[]) =>
    entries.flatMap(({ id }) => (record ? everyWordingOf(record, id) : [id]));
  const [winner, losers] = which === 'first' ? [kept, wordingsOf(others)] : [others, wordingsOf(kept)];
  const print = winner.find(({ checkIn }) => checkIn)?.checkIn?.replyPrint;
  const at = now();
  await client.edit((doc) => {
    doc.transact(() => {
      for (const id of losers) deleteEntry(doc, id, { at, reason: otherReply });
      if (print === undefined) return;
      const taken: TakenReply = { replyPrint: print, at: at.utc, entryIds: wordingsOf(winner) };
      writeCheckIn(doc, { id: parseCheckInId(checkInId), taken });
    });
  });
  return (later) =>
    later.edit((doc) => {
      doc.transact(() => {
        for (const id of losers) restoreEntry(doc, id);
      });
    });
}
