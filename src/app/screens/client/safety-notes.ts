// Whose safety answers are put in front of the therapist: the one that stands of each measure, and what was just written,
// even if it was entered for an earlier day. Nothing here ever says that somebody is safe (CLINICAL 1.3).
import { lastRaisedSafety, type SafetyResponse } from '../../../clinical/attention/standing-safety.ts';
import type { CalendarDay } from '../../../clinical/verdict/score-point.ts';
import type { ClientId, EntryId } from '../../../records/entry.ts';
import type { Practice } from '../../state/practice.svelte.ts';
import { pastSafetyLines, safetyFacts, safetyLines, unknownSafetyLines } from '../../wording/safety.ts';
import { measureName } from '../../wording/words.ts';
import type { HistoryRow } from './history-rows.ts';

export interface SafetyNote {
  readonly id: string;
  readonly measure: string;
  /** `<instrument id>/<respondent>`, as a conversation names what it was about. */
  readonly line: string;
  readonly lines: readonly string[];
  /** The same of a raised answer that stands, without what asks for a conversation: for when there was one. */
  readonly facts: readonly string[];
  /** A raised answer asks for a conversation; otherwise it is only said what is known, and what is not. */
  readonly isRaised: boolean;
}

interface SafetyRow extends SafetyResponse {
  readonly id: string;
  readonly measure: string;
  readonly line: string;
}

/** @param rows newest first. */
export function safetyNotes(
  rows: readonly HistoryRow[],
  justAdded: EntryId | null,
  today: CalendarDay,
  locale: string,
): SafetyNote[] {
  const byLine = new Map<string, SafetyRow[]>();
  for (const row of rows.toReversed()) {
    const safety = safetyRow(row);
    if (!safety) continue;
    byLine.set(safety.line, [...(byLine.get(safety.line) ?? []), safety]);
  }
  return [...byLine.values()].reverse().flatMap((line) => notesOfLine(line, justAdded, today, locale));
}

function safetyRow({ entry, fate, id, instrument, respondent }: HistoryRow): SafetyRow | null {
  if (!entry || !instrument || instrument.safetyItems.length === 0 || fate.kind !== 'counts') return null;
  const { answers, occurredOn, sessionNumber } = entry;
  const measure = measureName(instrument.shortName, respondent);
  const line = `${instrument.id}/${respondent}`;
  return { id, measure, line, instrument, answers, occurredOn, sessionNumber };
}

/** @param line in order of time */
function notesOfLine(
  line: readonly SafetyRow[],
  justAdded: EntryId | null,
  today: CalendarDay,
  locale: string,
): SafetyNote[] {
  const last = lastRaisedSafety(line);
  const raised = (row: SafetyRow): string[] => safetyLines(row.instrument, row, today, locale);
  const newest = line.at(-1);
  // Beside what was raised: an answer that is not there says nothing of it.
  const unknown = newest ? unknownSafetyLines(newest.instrument, newest, locale) : [];
  const added = line.find(({ id }) => id === justAdded);

  const stands = last?.endedBy === null ? last.latest : null;
  const isPastNamed = last !== null && last.latest === added;
  const past = last?.endedBy && !isPastNamed ? pastSafetyLines(last.latest, last.endedBy, locale) : [];
  return [
    ...(stands
      ? [
          {
            ...noteOf(stands, [...raised(stands), ...unknown], true),
            facts: [...safetyFacts(stands.instrument, stands, locale), ...unknown],
          },
        ]
      : []),
    ...(added && added !== stands ? [noteOf(added, raised(added), true)] : []),
    ...(newest ? [noteOf(newest, stands ? past : [...past, ...unknown], false)] : []),
  ].filter(({ lines }) => lines.length > 0);
}

const noteOf = (
  { id, measure, line }: SafetyRow,
  lines: readonly string[],
  isRaised: boolean,
): SafetyNote => ({
  ...{ id, measure, line, lines, isRaised },
  facts: [],
});

const added = new WeakMap<Practice, Map<ClientId, EntryId>>();

export function noteAdded(practice: Practice, client: ClientId, entry: EntryId): void {
  const all = added.get(practice) ?? new Map<ClientId, EntryId>();
  added.set(practice, all.set(client, entry));
}

export const lastAdded = (practice: Practice, client: ClientId): EntryId | null =>
  added.get(practice)?.get(client) ?? null;
