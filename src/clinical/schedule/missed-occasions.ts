// Planned occasions that went by without an answer, in a row (P3). Laws: a response of a day counts for that day, whenever it
// was written down; a questionnaire that was handed over and left incomplete was not missed; an occasion has gone by on the
// day after it.
import { addDays, daysBetween } from '../calendar/days.ts';
import type { CalendarDay } from '../verdict/score-point.ts';
import { latestOf, plannedThere, type PlannedCourse } from './planned-course.ts';
import { stepInDays, type PlannedMeasure } from './schedule.ts';

export interface MissedOccasions {
  /** The last response before them; null: none with a date. */
  readonly lastOn: CalendarDay | null;
  /** The day of the `number`-th, from 1; null: nothing is known yet that would be it. By weeks it may lie in the future. */
  readonly dayOf: (number: number) => CalendarDay | null;
  /** How many lie before a day. */
  readonly before: (day: CalendarDay) => number;
}

/** Null where nothing is missed: the agreement was withdrawn, or the course is over. */
export function missedOccasions(planned: PlannedMeasure, course: PlannedCourse): MissedOccasions | null {
  if (course.isStopped) return null;
  return planned.cadence.kind === 'sessions' ? bySessions(planned, course) : byWeeks(planned, course);
}

/** Sessions at which it was due. Once due it stays due at every session until it is answered. */
function bySessions(planned: PlannedMeasure, course: PlannedCourse): MissedOccasions {
  const { from, lastCompleteOn, lastOn } = plannedThere(planned, course);
  const since = course.sessionDays.filter((day) => lastCompleteOn === null || day > lastCompleteOn);
  const due = lastCompleteOn === null ? since : since.slice(Math.max(1, planned.cadence.every) - 1);
  const missed = due.filter((day) => day >= from && (lastOn === null || day > lastOn));
  return {
    lastOn,
    dayOf: (number) => missed[number - 1] ?? null,
    before: (day) => missed.filter((one) => one < day).length,
  };
}

/** Every n weeks from the last complete response, or from the first day of the plan on. */
function byWeeks(planned: PlannedMeasure, course: PlannedCourse): MissedOccasions {
  const { from, lastCompleteOn, lastOn } = plannedThere(planned, course);
  const step = stepInDays(planned.cadence);
  const origin = lastCompleteOn === null ? from : addDays(lastCompleteOn, step);
  const earliest = latestOf([from, lastOn && addDays(lastOn, 1)]) ?? from;
  const first = addDays(origin, step * Math.max(0, Math.ceil(daysBetween(origin, earliest) / step)));
  return {
    lastOn,
    dayOf: (number) => addDays(first, step * (number - 1)),
    before: (day) => Math.max(0, Math.ceil(daysBetween(first, day) / step)),
  };
}
