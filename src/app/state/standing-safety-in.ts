// Which safety answers stood on a day: those that a conversation of that day can have been about.
import { safetyLineKey } from '../../clinical/attention/open-safety.ts';
import { standingSafety } from '../../clinical/attention/standing-safety.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import type { ClientRecord } from '../../records/client-record.ts';
import type { RiskConversationEntry } from '../../records/entry.ts';
import type { FindInstrument } from '../../records/score-points.ts';
import { safetyLines } from './safety-source.ts';

/**
 * The highest raised answer of each line, by `safetyLineKey`: a parent's answer is not the client's own. What was answered after
 * that day is not among them; what has no day was brought in from before, and is.
 * @param knownBy a UTC instant: only what was written down by then; null: all of it
 */
export function standingSafetyOn(
  { entries }: Pick<ClientRecord, 'entries'>,
  find: FindInstrument,
  day: CalendarDay,
  knownBy: string | null = null,
): RiskConversationEntry['discussed'] {
  const byThen = entries.filter(
    ({ occurredOn, recordedAt }) =>
      (occurredOn === null || occurredOn <= day) && (knownBy === null || recordedAt.utc <= knownBy),
  );
  return safetyLines(byThen, find).flatMap((line) => {
    const standing = standingSafety(line.responses);
    return standing ? [{ measure: safetyLineKey(line), answer: standing.answer }] : [];
  });
}
