// Whether the client agrees to being measured. Laws: the last word counts, by its day and then by when it was written down; only
// an agreement takes a withdrawal back, and no explanation does; of a session's number nothing follows here.
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
  const last = words[stands(words)];
  if (!last) return null;
  const withdrawnAt = words.findLastIndex(({ state }) => state === 'withdrawn');
  const resumed = words.find(({ state }, at) => at > withdrawnAt && state === 'agreed');
  return {
    state: last.state,
    since: last.occurredOn,
    resumedOn: withdrawnAt < 0 ? null : (resumed?.occurredOn ?? null),
  };
}

/** The place of the word that counts: an explanation after a withdrawal is none. */
function stands(words: readonly ConsentEntry[]): number {
  const answered = words.findLastIndex(({ state }) => state !== 'explained');
  return words[answered]?.state === 'withdrawn' ? answered : words.length - 1;
}
