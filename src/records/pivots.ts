// Pivots with what was decided about each when it came back. Laws: the last review decides, last by the day it belongs to and not
// by the instant it was typed in (a clock may have been set back, a typing error put right later); a review of a pivot that no
// longer counts is left out; a correction of a pivot keeps the reviews of everything that it corrects.
import type { CalendarDay } from '../clinical/verdict/score-point.ts';
import type { EffectiveEntries } from './effective-entries.ts';
import type { EntryId, PivotEntry, ReviewEntry } from './entry.ts';

export interface Pivot {
  readonly entry: PivotEntry;
  /** In the order people see them. */
  readonly reviews: readonly ReviewEntry[];
  /** The day on which it asks for a decision; null: it was decided and no further look is planned. */
  readonly reviewDueOn: CalendarDay | null;
}

/** In the order people see them. */
export function pivotsOf({
  entries,
  firstWritten,
}: Pick<EffectiveEntries, 'entries' | 'firstWritten'>): Pivot[] {
  const originOf = (id: EntryId): EntryId => firstWritten.get(id)?.id ?? id;
  const reviewsByOrigin = new Map<EntryId, ReviewEntry[]>();
  for (const entry of entries) {
    if (entry.kind !== 'review') continue;
    const origin = originOf(entry.pivotId);
    reviewsByOrigin.set(origin, [...(reviewsByOrigin.get(origin) ?? []), entry]);
  }
  return entries
    .filter((entry) => entry.kind === 'pivot')
    .map((entry) => {
      const reviews = reviewsByOrigin.get(originOf(entry.id)) ?? [];
      const last = reviews.at(-1);
      return { entry, reviews, reviewDueOn: last ? last.nextReviewOn : entry.reviewOn };
    });
}
