// Which planned measures are due. Laws: what is kept of a client says nothing about today, so that it can lie in a cache; what
// was answered on a day is not due on it; nothing is due once the agreement is withdrawn or the course is over.
import { addDays } from '../calendar/days.ts';
import type { CalendarDay } from '../verdict/score-point.ts';
import { missedOccasions } from './missed-occasions.ts';
import { plannedThere, type PlannedCourse } from './planned-course.ts';
import { stepInDays, type PlannedMeasure, type Schedule } from './schedule.ts';

/** What is known of one planned measure that does not change with the day. */
export interface DueFacts extends PlannedMeasure {
  readonly isPrimary: boolean;
  /** The day of the last complete response in this course; null: none yet, or none with a date. */
  readonly lastOn: CalendarDay | null;
  /** Days with a session since then; since the beginning where it was never answered. */
  readonly sessionsSince: number;
  /** The last day with a session; null: there was none. */
  readonly lastSessionOn: CalendarDay | null;
  /** The first planned occasion since then without an answer; by weeks it may lie ahead. Null: none is known. */
  readonly missedOn: CalendarDay | null;
}

/** The primary measure first, then in the plan's own order. */
export function dueFacts({ measures, primary }: Schedule, course: PlannedCourse): DueFacts[] {
  if (course.isStopped) return [];
  const facts = measures.map((planned): DueFacts => {
    const { from, lastCompleteOn } = plannedThere(planned, course);
    return {
      ...planned,
      since: from,
      isPrimary: isSameMeasure(planned, primary),
      lastOn: lastCompleteOn,
      sessionsSince: course.sessionDays.filter((day) => lastCompleteOn === null || day > lastCompleteOn)
        .length,
      lastSessionOn: course.sessionDays.at(-1) ?? null,
      missedOn: missedOccasions(planned, course)?.dayOf(1) ?? null,
    };
  });
  return facts.sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary));
}

const isSameMeasure = (planned: PlannedMeasure, primary: Schedule['primary']): boolean =>
  planned.instrumentId === primary?.instrumentId && planned.respondent === primary.respondent;

/** Those that are due on a day: for measures planned by sessions, at a session on that day. */
export const dueMeasures = (facts: readonly DueFacts[], day: CalendarDay): DueFacts[] =>
  facts.filter((planned) => isDue(planned, day));

function isDue(planned: DueFacts, day: CalendarDay): boolean {
  const { cadence, since, lastOn, sessionsSince, lastSessionOn } = planned;
  // Never answered: the first is due at once, whatever the rhythm; it is the baseline of the course.
  if (day < since || (lastOn !== null && lastOn >= day)) return false;
  if (lastOn === null) return true;
  if (cadence.kind === 'weeks') return day >= addDays(lastOn, stepInDays(cadence));
  // The day's own session, if it is written down already, is the coming one.
  return sessionsSince + (lastSessionOn === day ? 0 : 1) >= cadence.every;
}

/** An occasion that was planned has gone by without an answer: on the day after it, as for P3. */
export const isOverdue = ({ missedOn }: DueFacts, day: CalendarDay): boolean =>
  missedOn !== null && missedOn < day;
