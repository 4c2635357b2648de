// Taking a reply in: its answers and the end of its check-in, in one edit and with what takes it back.
import { writeCheckIn, type TakenReply } from '../../records/check-ins.ts';
import { deleteEntry, restoreEntry, writeEntries } from '../../records/client-record.ts';
import type { EntryId } from '../../records/entry.ts';
import type { FindInstrument } from '../../records/score-points.ts';
import type { DeleteReason } from '../wording/delete-reason-word.ts';
import { responsesFrom } from './check-in-entries.ts';
import type { ReadableReply } from './check-in-reply.ts';
import type { ClientState } from './client.svelte.ts';
import { everyWordingOf, type UndoFor } from './entry-changes.ts';
import { now } from './now.ts';

type Writer = Pick<ClientState, 'edit'>;

/** Where another reply was taken in before, this one counts in its place; that one stays in the record, deleted, with its reason. */
export async function takeReply(
  client: Writer & Pick<ClientState, 'chart' | 'record' | 'runningSession'>,
  reply: ReadableReply,
  findInstrument: FindInstrument,
): Promise<UndoFor<Writer>> {
  const { checkIn, fragmentMatches, first, answers, answeredAt, replyPrint } = reply;
  const entries = await responsesFrom({
    ...{ client, checkIn, findInstrument, answers, answeredAt, replyPrint, mode: 'link' },
    keyCompared: checkIn.wordsCompared && fragmentMatches,
  });
  const ids = entries.map(({ id }) => id);
  const givenWay = standing(client, first);
  const taken: TakenReply = { replyPrint, at: now().utc, entryIds: ids };
  await client.edit((doc) => {
    doc.transact(() => {
      writeEntries(doc, entries);
      // It may have been taken in before, and that undone.
      for (const id of ids) restoreEntry(doc, id);
      for (const id of givenWay) deleteEntry(doc, id, { at: now(), reason: otherReply });
      writeCheckIn(doc, { id: checkIn.id, taken });
    });
  });
  return (later) =>
    later.edit((doc) => {
      doc.transact(() => {
        for (const id of ids) deleteEntry(doc, id, { at: now(), reason: undone });
        for (const id of givenWay) restoreEntry(doc, id);
        writeCheckIn(doc, { id: checkIn.id, taken: first });
      });
    });
}

const undone: DeleteReason = 'undone';
const otherReply: DeleteReason = 'other-reply';

/** What stands of a reply, with its corrections: without them, what they correct would count again. */
function standing({ record }: Pick<ClientState, 'record'>, first: TakenReply | null): readonly EntryId[] {
  if (!record || !first) return [];
  const ofFirst = new Set(first.entryIds);
  return record.entries
    .map(({ id }) => everyWordingOf(record, id))
    .filter((wordings) => wordings.some((id) => ofFirst.has(id)))
    .flat();
}
