// What is known of one client of the loop (look, discuss, change, see), to be counted over some weeks on the first screen. It
// lies in the sealed cache that is derived from the records, and no count of it is ever kept (CLINICAL 6).
import { addDays, daysBetween } from '../../clinical/calendar/days.ts';
import type { Course } from '../../clinical/episodes/course.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import { pivotsOf, type Pivot } from '../../records/pivots.ts';
import type { PromptsFrom } from './prompt-source.ts';

/** One time that a pivot was to be looked at again. */
export interface PlannedLook {
  readonly dueOn: CalendarDay;
  /** When it was; null: not yet. */
  readonly doneOn: CalendarDay | null;
}

export interface LoopFacts {
  /** The day of each change of course that has one. */
  readonly pivots: readonly CalendarDay[];
  readonly looks: readonly PlannedLook[];
  readonly riskConversations: readonly CalendarDay[];
  /** Days with a session that the client came to, as `packDay` writes them, negative where no measure was answered. */
  readonly sessions: readonly number[];
}

export interface LoopFactsOf extends Pick<PromptsFrom, 'record'> {
  readonly chart: Pick<PromptsFrom['chart'], 'courses'>;
}

/** Longest look back of the first screen, and what is kept before the last session. */
export const longestLookBackWeeks = 12;

// A day as a small number: a practice of ten years keeps some ten thousand of them in the cache.
const firstDay = '1970-01-01';
export const packDay = (day: CalendarDay): number => daysBetween(firstDay, day);
export const unpackDay = (packed: number): CalendarDay => addDays(firstDay, Math.abs(packed));

export function loopFacts({ record, chart: { courses } }: LoopFactsOf): LoopFacts {
  const pivots = pivotsOf(record);
  return {
    pivots: pivots.flatMap(({ entry }) => entry.occurredOn ?? []),
    looks: pivots.flatMap((pivot) => looksAt(pivot, endingOf(pivot, courses))),
    riskConversations: record.entries
      .filter((entry) => entry.kind === 'risk-conversation')
      .map(({ occurredOn }) => occurredOn),
    sessions: sessionsIn(record.entries),
  };
}

const endingOf = ({ entry }: Pivot, courses: readonly Course[]): CalendarDay | null =>
  courses.find(({ episode }) => episode === entry.episode)?.ending?.occurredOn ?? null;

/**
 * The first look is planned with the pivot, each further one with the review before it. One that lay behind the ending of the
 * course never came: nobody was asked for it.
 */
function looksAt({ entry, reviews }: Pivot, endedOn: CalendarDay | null): PlannedLook[] {
  const planned = [entry.reviewOn, ...reviews.map(({ nextReviewOn }) => nextReviewOn)];
  return planned.flatMap((dueOn, place) => {
    const doneOn = reviews[place]?.occurredOn ?? null;
    const neverCame = doneOn === null && dueOn !== null && endedOn !== null && dueOn > endedOn;
    return dueOn === null || neverCame ? [] : [{ dueOn, doneOn }];
  });
}

function sessionsIn(entries: PromptsFrom['record']['entries']): number[] {
  const measured = new Set(
    entries.flatMap(({ kind, occurredOn }) => (kind === 'response' ? [occurredOn] : [])),
  );
  const held = new Set(
    entries.flatMap((entry) =>
      entry.kind === 'session' && (entry.attendance === 'came' || entry.attendance === 'late')
        ? (entry.occurredOn ?? [])
        : [],
    ),
  );
  const days = [...held].sort();
  const last = days.at(-1);
  if (last === undefined) return [];
  const earliest = addDays(last, -7 * longestLookBackWeeks);
  return days
    .filter((day) => day > earliest)
    .map((day) => (measured.has(day) ? packDay(day) : -packDay(day)));
}
