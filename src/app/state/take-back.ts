// What a client answered alone, out of the sealed inbox and into the record. The inbox is emptied only after the record is Saved:
// whatever stops it in between, the same rows make the same entries the next time.
import { parseCheckInId, readCheckIns, writeCheckIn, type CheckIn } from '../../records/check-ins.ts';
import { writeEntries } from '../../records/client-record.ts';
import type { FindInstrument } from '../../records/score-points.ts';
import type { Given, HandOverMark, VaultSession } from '../../sync/index.ts';
import { responsesFrom } from './check-in-entries.ts';
import type { ClientState } from './client.svelte.ts';
import { now } from './now.ts';

interface Where {
  readonly session: Pick<VaultSession, 'inbox'>;
  readonly findInstrument: FindInstrument;
}

type Holder = Pick<ClientState, 'chart' | 'record' | 'runningSession' | 'edit' | 'read'>;

export type TakenBack = 'taken' | 'nothing-answered' | 'not-saved';

export const checkInOf = (client: Pick<ClientState, 'read'>, { checkInId }: HandOverMark): CheckIn | null =>
  client.read((doc) => readCheckIns(doc).find(({ id }) => id === checkInId) ?? null);

/** One list for each questionnaire; what was not reached is as good as skipped. */
export function answersByInstrument(
  { byIndex }: Pick<Given, 'byIndex'>,
  { asked }: Pick<CheckIn, 'asked'>,
  find: FindInstrument,
): (number | null)[][] {
  let first = 0;
  return asked.map(({ id, version }) => {
    const count = find(id, version)?.items.length ?? 0;
    const answers = Array.from({ length: count }, (_, item) => byIndex.get(first + item) ?? null);
    first += count;
    return answers;
  });
}

export async function takeBack(where: Where, client: Holder, mark: HandOverMark): Promise<TakenBack> {
  const checkIn = checkInOf(client, mark);
  if (!checkIn) throw new Error('a hand-over that the record does not know');
  const given = await where.session.inbox.given(mark);
  const { findInstrument } = where;
  const entries = await responsesFrom({
    ...{ client, checkIn, findInstrument },
    answers: answersByInstrument(given, checkIn, findInstrument),
    answeredAt: given.lastAt ?? checkIn.createdAt.utc,
    replyPrint: given.print,
    keyCompared: null,
    mode: 'handed-over',
  });
  const entryIds = entries.map(({ id }) => id);
  const status = await client.edit((doc) => {
    writeEntries(doc, entries);
    writeCheckIn(doc, {
      id: checkIn.id,
      taken: { replyPrint: given.print, at: now().utc, entryIds },
    });
  });
  if (status.kind !== 'saved') return 'not-saved';
  await where.session.inbox.finish(checkIn.id);
  return entries.length > 0 ? 'taken' : 'nothing-answered';
}

/** As if it had not been handed over. What the client answered is gone. */
export async function throwAway(
  where: Pick<Where, 'session'>,
  client: Pick<ClientState, 'edit'>,
  mark: HandOverMark,
): Promise<'thrown-away' | 'not-saved'> {
  const withdrawn = { withdrawnAt: now().utc };
  const status = await client.edit((doc) =>
    writeCheckIn(doc, { id: parseCheckInId(mark.checkInId), ...withdrawn }),
  );
  if (status.kind !== 'saved') return 'not-saved';
  await where.session.inbox.finish(mark.checkInId);
  return 'thrown-away';
}
