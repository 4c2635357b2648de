// Courses of therapy (episodes). Reopening after an ending starts the next one, with a baseline of its own (CLINICAL 1.7).
// Law: to which course a day belongs never depends on when it was written down.
import type { CalendarDay } from '../verdict/score-point.ts';
import type { Ending } from './ending.ts';

export interface Course {
  /** 1 for the first. */
  readonly episode: number;
  /** The day it was reopened or, for the first, of its first dated entry; null where no day is known. */
  readonly startedOn: CalendarDay | null;
  /** Null while it goes on. */
  readonly ending: Ending | null;
}

/**
 * The course that a day belongs to: the last one that had begun by then. What came after an ending and before a
 * reopening is a follow-up of the course that had ended. Without a day it is the current course.
 * @param courses ascending, at least one
 */
export function episodeOn(courses: readonly Course[], day: CalendarDay | null): number {
  const current = courses.at(-1)?.episode ?? 1;
  if (day === null) return current;
  const begun = courses.findLast(
    ({ startedOn }, index) => index === 0 || startedOn === null || startedOn <= day,
  );
  return begun?.episode ?? current;
}

/** Was it answered after the ending of its course? A score of the ending's own day is the last one of the therapy. */
export function isFollowUp(
  { episode, occurredOn }: { readonly episode: number; readonly occurredOn: CalendarDay | null },
  courses: readonly Course[],
): boolean {
  const ending = courses.find((course) => course.episode === episode)?.ending;
  return !!ending && occurredOn !== null && occurredOn > ending.occurredOn;
}
