// Ratings of goals. One for each goal and day: a second one of the same day takes the place of the first, so that a slip of
// the finger is not a rating of its own.
import type { Goal, GoalId } from '../../clinical/goals/goal.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import type { Entry, EntryId, RatingEntry } from '../../records/entry.ts';
import type { ClientState } from './client.svelte.ts';
import { writeDown, type UndoFor } from './entry-changes.ts';
import { newEntry } from './new-entry.ts';

type Rater = Pick<
  ClientState,
  'chart' | 'record' | 'runningSession' | 'addEntry' | 'deleteEntry' | 'restoreEntry'
>;

/** Oldest first. */
export const ratingsOf = (entries: readonly Entry[], goalId: GoalId): RatingEntry[] =>
  entries.filter((entry): entry is RatingEntry => entry.kind === 'rating' && entry.goalId === goalId);

export const ratingOn = (entries: readonly Entry[], goalId: GoalId, day: CalendarDay): RatingEntry | null =>
  ratingsOf(entries, goalId).findLast(({ occurredOn }) => occurredOn === day) ?? null;

/** @param corrected the rating that this one puts right, where it is not that of the same day */
export function rateGoal(
  client: Rater,
  goal: Pick<Goal, 'id' | 'scale'>,
  value: number,
  day: CalendarDay,
  corrected: EntryId | null = null,
): Promise<UndoFor<Rater>> {
  const replaces = corrected ?? ratingOn(client.record?.entries ?? [], goal.id, day)?.id;
  const entry: RatingEntry = {
    ...newEntry(client, day),
    kind: 'rating',
    goalId: goal.id,
    scale: goal.scale,
    value,
    ...(replaces ? { replaces } : {}),
  };
  return writeDown(client, [entry]);
}
