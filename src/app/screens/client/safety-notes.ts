// Whose safety answers are put in front of the therapist: the latest response of each measure, and what was just written,
// even if it was entered for an earlier day. Nothing here ever says that somebody is safe (CLINICAL 1.3).
import type { Instrument } from '../../../clinical/instruments/instrument.ts';
import type { CalendarDay } from '../../../clinical/verdict/score-point.ts';
import type { ClientId, EntryId } from '../../../records/entry.ts';
import type { Practice } from '../../state/practice.svelte.ts';
import { safetyLines } from '../../wording/safety.ts';
import { measureName } from '../../wording/words.ts';
import type { HistoryRow } from './history-rows.ts';

export interface SafetyNote {
  readonly id: string;
  readonly measure: string;
  readonly lines: readonly string[];
}

/** @param rows newest first. */
export function safetyNotes(
  rows: readonly HistoryRow[],
  justAdded: EntryId | null,
  today: CalendarDay,
  locale: string,
): SafetyNote[] {
  const counting = rows.filter(({ fate }) => fate.kind === 'counts');
  const seen = new Set<string>();
  return counting.flatMap((row) => {
    const { entry, instrument, id } = row;
    if (!entry || !instrument || instrument.safetyItems.length === 0) return [];
    const line = `${row.instrumentId}/${row.respondent}`;
    const isLatest = !seen.has(line);
    seen.add(line);
    if (!isLatest && id !== justAdded) return [];
    return noteOf(row, instrument, today, locale);
  });
}

function noteOf(
  { entry, id, respondent }: HistoryRow,
  instrument: Instrument,
  today: CalendarDay,
  locale: string,
): SafetyNote[] {
  const lines = entry ? safetyLines(instrument, entry, today, locale) : [];
  return lines.length === 0 ? [] : [{ id, measure: measureName(instrument.shortName, respondent), lines }];
}

const added = new WeakMap<Practice, Map<ClientId, EntryId>>();

export function noteAdded(practice: Practice, client: ClientId, entry: EntryId): void {
  const all = added.get(practice) ?? new Map<ClientId, EntryId>();
  added.set(practice, all.set(client, entry));
}

export const lastAdded = (practice: Practice, client: ClientId): EntryId | null =>
  added.get(practice)?.get(client) ?? null;
