// What the plan of measures is held against: one course of therapy, and what was answered in it.
import type { CalendarDay, Respondent } from '../verdict/score-point.ts';
import type { PlannedMeasure } from './schedule.ts';

export interface AnsweredMeasure {
  readonly instrumentId: string;
  readonly respondent: Respondent;
  /** Null: without a date. It says that something was answered, and not when. */
  readonly occurredOn: CalendarDay | null;
  readonly isComplete: boolean;
}

export interface PlannedCourse {
  /** The days of the sessions that the client came to, each once, ascending. */
  readonly sessionDays: readonly CalendarDay[];
  /** Of this course, whatever the version: the plan names a measure and who answers it. */
  readonly answered: readonly AnsweredMeasure[];
  /** Nothing planned before this day was missed: the course began, or the client agreed to be measured again; null: unknown. */
  readonly countsFrom: CalendarDay | null;
  /** The agreement to being measured was withdrawn, or the course is over: nothing is due and nothing is missed. */
  readonly isStopped: boolean;
}

/** What is known of one planned measure in the course. */
export interface PlannedThere {
  /** The day from which it counts as planned. */
  readonly from: CalendarDay;
  /** Of the last complete response; null: none with a date. */
  readonly lastCompleteOn: CalendarDay | null;
  /** Of the last response, complete or not; null: none with a date. */
  readonly lastOn: CalendarDay | null;
}

export function plannedThere(
  { instrumentId, respondent, since }: PlannedMeasure,
  { answered, countsFrom }: PlannedCourse,
): PlannedThere {
  const own = answered.filter((one) => one.instrumentId === instrumentId && one.respondent === respondent);
  return {
    from: latestOf([since, countsFrom]) ?? since,
    lastCompleteOn: latestOf(own.map((one) => (one.isComplete ? one.occurredOn : null))),
    lastOn: latestOf(own.map(({ occurredOn }) => occurredOn)),
  };
}

export const latestOf = (days: readonly (CalendarDay | null)[]): CalendarDay | null =>
  days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);
