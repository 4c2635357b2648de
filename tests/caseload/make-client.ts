import type { CalendarDay, ResponseMode } from '../../src/clinical/verdict/score-point.ts';
import type { ClientStatus } from '../../src/records/directory.ts';
import type { ClientId, Entry, EntryId, ResponseEntry, SessionEntry } from '../../src/records/entry.ts';
import { gad7Answers, leaveOneBlank, phq9Answers } from './answers.ts';
import { makeAppointment } from './appointment.ts';
import { addDays, daysBetween, recordedOn } from './calendar.ts';
import { severityAt, startingSeverity } from './course.ts';
import type { Course, MadeUpClient } from './made-up.ts';
import { exampleCode, exampleLabel } from './names.ts';
import { ownSleepMeasure } from './own-measure.ts';
import { chanceFrom, type Chance } from './random.ts';

export interface ClientPlan {
  readonly seed: number;
  /** Place in the caseload; gives code, label and, with the seed, everything drawn by chance. */
  readonly index: number;
  readonly course: Course;
  readonly startOn: CalendarDay;
  /** How many sessions are planned, one a week; fewer are made if `today` comes first. 0: on the waiting list. */
  readonly sessions: number;
  readonly today: CalendarDay;
}

const endedAfterDays = 35;

/** One made-up client; the same plan always gives the same client. */
export function makeClient(plan: ClientPlan): MadeUpClient {
  const chance = chanceFrom(Math.imul(plan.seed, 0x85ebca6b) + Math.imul(plan.index + 1, 0xc2b2ae35));
  // 32 hex digits are what the records' parse functions ask for; the caseload may import types only.
  const id = chance.hex(32) as ClientId;
  const minuteOfDay = chance.whole(8, 18) * 60;
  const entries = plan.sessions === 0 ? [] : makeEntries(plan, minuteOfDay, chance);
  const status = statusOf(plan, entries);
  return {
    id,
    code: exampleCode(plan.index),
    label: exampleLabel(plan.index),
    status,
    addedAt: recordedOn(plan.startOn, minuteOfDay - 20),
    course: plan.course,
    entries,
    appointment: makeAppointment(plan, status, entries, minuteOfDay),
  };
}

function statusOf({ sessions, today }: ClientPlan, entries: readonly Entry[]): ClientStatus {
  if (sessions === 0) return 'waiting';
  const last = entries.at(-1)?.occurredOn ?? null;
  return last !== null && daysBetween(last, today) > endedAfterDays ? 'ended' : 'active';
}

function makeEntries(plan: ClientPlan, minuteOfDay: number, chance: Chance): Entry[] {
  const { startOn, today, course, sessions } = plan;
  const depression = { course, start: startingSeverity(course, chance), weeks: sessions };
  const anxietyShare = Math.min(0.95, Math.max(0.35, chance.normal(0.68, 0.12)));
  const measuresAnxiety = chance.yes(0.75);
  const measuresRest = chance.yes(0.3);
  const everySession = chance.yes(0.65);
  const modes = drawModes(sessions, chance);
  // Holidays and other breaks: after these sessions some weeks are left out.
  const breaks = new Map(
    Array.from({ length: Math.floor(sessions / 14) }, () => [chance.whole(3, sessions), chance.whole(2, 5)]),
  );

  const entries: Entry[] = [];
  let day = startOn;
  let drift = 0;
  for (let number = 1; number <= sessions && day <= today; number += 1) {
    const at = recordedOn(day, minuteOfDay);
    const base = { v: 1 as const, occurredOn: day, sessionNumber: number, recordedAt: at, episode: 1 };
    const attendance: SessionEntry['attendance'] =
      number === 1
        ? 'came'
        : chance.yes(0.05)
          ? 'cancelled'
          : chance.yes(0.03)
            ? 'missed'
            : chance.yes(0.05)
              ? 'late'
              : 'came';
    entries.push({ ...base, kind: 'session', id: newId(chance), attendance });

    // What a bad or a good week adds; part of it carries over into the next.
    drift = 0.4 * drift + chance.normal(0, 1.1);
    const isThere = attendance === 'came' || attendance === 'late';
    const isDue = number <= 2 || (everySession ? chance.yes(0.93) : number % 2 === 0);
    if (isThere && isDue) {
      const week = daysBetween(startOn, day) / 7;
      const severity = Math.min(27, Math.max(0, severityAt(depression, week) + drift));
      const mode = modes(number);
      const respond = (over: Measured): ResponseEntry => ({
        ...base,
        // Paper scores are typed in on the evening of the next day.
        recordedAt: mode === 'paper' && day < today ? recordedOn(addDays(day, 1), 18 * 60) : at,
        kind: 'response',
        id: newId(chance),
        language: 'en',
        respondent: 'self',
        mode,
        ...over,
      });
      entries.push(
        respond({
          ...phq9,
          answers: perhapsBlank(phq9Answers(severity, chance), chance),
          enteredTotal: null,
        }),
      );
      if (measuresAnxiety) {
        const anxiety = Math.min(21, severity * anxietyShare * (21 / 27) * 1.25);
        entries.push(
          respond({
            ...gad7,
            answers: perhapsBlank(gad7Answers(anxiety, chance), chance),
            enteredTotal: null,
          }),
        );
      }
      if (measuresRest && number % 2 === 1) {
        const rested = Math.min(10, Math.max(0, Math.round(9 - severity / 3 + chance.normal(0, 0.8))));
        entries.push(respond({ ...rest, mode: 'total-entered', answers: null, enteredTotal: rested }));
      }
    }
    day = addDays(day, 7 * (1 + (breaks.get(number) ?? 0)));
  }
  return entries;
}

type Measured = Pick<
  ResponseEntry,
  'instrumentId' | 'instrumentVersion' | 'coding' | 'answers' | 'enteredTotal'
> &
  Partial<Pick<ResponseEntry, 'mode'>>;

const phq9 = { instrumentId: 'phq-9', instrumentVersion: 'en-1', coding: 'sum-0-27' } as const;
const gad7 = { instrumentId: 'gad-7', instrumentVersion: 'en-1', coding: 'sum-0-21' } as const;
const rest = {
  instrumentId: ownSleepMeasure.id,
  instrumentVersion: ownSleepMeasure.version,
  coding: 'total-0-10',
} as const;

const newId = (chance: Chance): EntryId => chance.hex(32) as EntryId;

const perhapsBlank = (given: readonly number[], chance: Chance): readonly (number | null)[] =>
  chance.yes(0.015) ? leaveOneBlank(given, chance) : given;

/** Most stay with one way of answering; one in five changes it in the middle. */
function drawModes(sessions: number, chance: Chance): (session: number) => ResponseMode {
  const first = chance.pick<ResponseMode>(['handed-over', 'handed-over', 'read-aloud', 'paper']);
  const second = chance.pick<ResponseMode>(['handed-over', 'read-aloud']);
  const changesAt = chance.yes(0.2) ? chance.whole(3, Math.max(4, sessions)) : Infinity;
  return (session) => (session < changesAt ? first : second);
}
