// Pivots with what was decided about each when it came back. Law: the last review decides; a review of a pivot that no longer
// counts is left out; a correction of a pivot keeps the reviews of what it corrects.
import { compareText } from '../clinical/episodes/compare-in-time.ts';
import type { CalendarDay } from '../clinical/verdict/score-point.ts';
import type { EffectiveEntries } from './effective-entries.ts';
import type { EntryId, PivotEntry, ReviewEntry } from './entry.ts';

export interface Pivot {
  readonly entry: PivotEntry;
  /** In the order in which they were written. */
  readonly reviews: readonly ReviewEntry[];
  /** The day on which it asks for a decision; null: it was decided and no further look is planned. */
  readonly reviewDueOn: CalendarDay | null;
}

/** In the order people see them. */
export function pivotsOf({
  entries,
  firstWritten,
}: Pick<EffectiveEntries, 'entries' | 'firstWritten'>): Pivot[] {
  const pivots = entries.filter((entry) => entry.kind === 'pivot');
  const originOf = (id: EntryId): EntryId => firstWritten.get(id)?.id ?? id;
  const reviews = entries
    .filter((entry) => entry.kind === 'review')
    .sort((a, b) => compareText(a.recordedAt.utc, b.recordedAt.utc) || compareText(a.id, b.id));
  return pivots.map((entry) => {
    const own = reviews.filter(({ pivotId }) => pivotId === entry.id || pivotId === originOf(entry.id));
    const last = own.at(-1);
    return { entry, reviews: own, reviewDueOn: last ? last.nextReviewOn : entry.reviewOn };
  });
}
