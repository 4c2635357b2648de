// The ratings of one goal that can be held against each other.
import type { Goal, GoalRating } from '../goals/goal.ts';
import type { PromptSource } from './prompt-source.ts';

/**
 * Of a goal that is worked on: one rating a day, the last of it, as far back as the goal was rated on the scale it has now.
 * A rating on another scale lies across: what is before it cannot be compared.
 */
export function comparableRatings({ id, scale }: Goal, ratings: PromptSource['ratings']): GoalRating[] {
  const byDay = new Map(
    ratings.filter(({ goalId }) => goalId === id).map((rating) => [rating.occurredOn, rating]),
  );
  const all = [...byDay.values()];
  return all.slice(all.findLastIndex((rating) => rating.scale !== scale) + 1);
}

export type Three<T> = readonly [T, T, T];

/** The last three, oldest first; null where there are fewer. */
export function lastThree<T>(all: readonly T[]): Three<T> | null {
  const [first, second, third] = all.slice(-3);
  return first === undefined || second === undefined || third === undefined ? null : [first, second, third];
}
