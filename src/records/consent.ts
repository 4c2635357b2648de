// Whether the client agrees to being measured. Law: the last word counts, by its day and then by when it was written down; of a
// session's number nothing follows here.
import { compareText } from '../clinical/episodes/compare-in-time.ts';
import type { CalendarDay } from '../clinical/verdict/score-point.ts';
import type { ConsentEntry, ConsentState, Entry } from './entry.ts';

export interface Consent {
  readonly state: ConsentState;
  readonly since: CalendarDay;
  /** The day from which it counts again after it was withdrawn once; null: it never was, or still is. */
  readonly resumedOn: CalendarDay | null;
}

/** Null: nothing was written down about it. */
export function consentIn(entries: readonly Entry[]): Consent | null {
  const words = entries
    .filter((entry): entry is ConsentEntry => entry.kind === 'consent')
    .sort(
      (a, b) =>
        compareText(a.occurredOn, b.occurredOn) ||
        compareText(a.recordedAt.utc, b.recordedAt.utc) ||
        compareText(a.id, b.id),
    );
  const last = words.at(-1);
  if (!last) return null;
  const resumed = words[words.findLastIndex(({ state }) => state === 'withdrawn') + 1];
  const wasWithdrawn = words.some(({ state }) => state === 'withdrawn');
  return {
    state: last.state,
    since: last.occurredOn,
    resumedOn: wasWithdrawn ? (resumed?.occurredOn ?? null) : null,
  };
}
