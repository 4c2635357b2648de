import type { CalendarDay } from '../../src/clinical/verdict/score-point.ts';
import { addDays } from './calendar.ts';
import type { Course, MadeUpCaseload, MadeUpClient } from './made-up.ts';
import { makeClient } from './make-client.ts';
import { ownSleepMeasure } from './own-measure.ts';
import { chanceFrom } from './random.ts';

export interface CaseloadRequest {
  readonly seed: number;
  readonly clients: number;
  /** How far back the first courses began. */
  readonly years: number;
  readonly today: CalendarDay;
  /** Sessions of an average course, 24 unless said otherwise; most are shorter, a few are much longer. */
  readonly meanSessions?: number;
  /** Part of the courses that are still going on, 0.3 unless said otherwise. */
  readonly activeShare?: number;
}

// Of a dozen clients: half get better in one way or another, some do not, one gets worse (no study is claimed for this).
// prettier-ignore
const courses: readonly Course[] = [
  'improving', 'early-responder', 'stuck', 'late-responder', 'improving', 'deteriorating',
  'improving', 'loses-the-gain', 'early-responder', 'mild', 'stuck', 'improving',
];

/** The last of every two dozen waits for a first session and has no scores yet. */
const waitsAt = 23;

/**
 * A practice's worth of people who do not exist. The same request gives the same caseload on every machine, and a
 * client's course does not depend on how many others are made.
 */
export function makeCaseload(request: CaseloadRequest): MadeUpCaseload {
  const clients = Array.from({ length: request.clients }, (_, index) => planAndMake(request, index));
  return { clients, ownMeasures: [ownSleepMeasure] };
}

function planAndMake(request: CaseloadRequest, index: number): MadeUpClient {
  const { seed, today, years, meanSessions = 24, activeShare = 0.3 } = request;
  const chance = chanceFrom(seed + Math.imul(index + 1, 0x27d4eb2f));
  const course = courses[index % courses.length] ?? 'improving';
  if (index % 24 === waitsAt) {
    return makeClient({
      seed,
      index,
      course,
      startOn: addDays(today, -chance.whole(1, 10)),
      sessions: 0,
      today,
    });
  }
  const sigma = 0.7;
  const longest = Math.floor(years * 48);
  // Log-normal with the wished mean.
  const drawn = Math.round(meanSessions * Math.exp(chance.normal(-(sigma * sigma) / 2, sigma)));
  const sessions = Math.min(longest, Math.max(4, drawn));
  const weeksBack = chance.yes(activeShare)
    ? Math.max(2, sessions - chance.whole(0, Math.min(6, sessions - 3)))
    : chance.whole(Math.min(sessions + 6, longest), Math.floor(years * 52));
  return makeClient({
    seed,
    index,
    course,
    startOn: workday(addDays(today, -7 * weeksBack), index),
    sessions,
    today,
  });
}

/** Monday to Friday of the week before `day`'s, so that a practice's week fills evenly. */
function workday(day: CalendarDay, index: number): CalendarDay {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -sinceMonday + (index % 5) - 7);
}
