// Which safety answers stood on a day: those that a conversation of that day can have been about.
import { standingSafety, type SafetyResponse } from '../../clinical/attention/standing-safety.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import type { ClientRecord } from '../../records/client-record.ts';
import type { RiskConversationEntry } from '../../records/entry.ts';
import type { FindInstrument } from '../../records/score-points.ts';

/**
 * The highest raised answer of each line, by `<instrument id>/<respondent>`: a parent's answer is not the client's own. What was
 * answered after that day is not among them; what has no day was brought in from before, and is.
 */
export function standingSafetyOn(
  { entries }: Pick<ClientRecord, 'entries'>,
  find: FindInstrument,
  day: CalendarDay,
): RiskConversationEntry['discussed'] {
  const byLine = new Map<string, SafetyResponse[]>();
  for (const entry of entries) {
    if (entry.kind !== 'response' || (entry.occurredOn !== null && entry.occurredOn > day)) continue;
    const instrument = find(entry.instrumentId, entry.instrumentVersion);
    if (!instrument || instrument.safetyItems.length === 0) continue;
    const { answers, occurredOn, sessionNumber } = entry;
    const key = `${entry.instrumentId}/${entry.respondent}`;
    byLine.set(key, [...(byLine.get(key) ?? []), { instrument, answers, occurredOn, sessionNumber }]);
  }
  return [...byLine].flatMap(([measure, responses]) => {
    const standing = standingSafety(responses);
    return standing ? [{ measure, answer: standing.answer }] : [];
  });
}
