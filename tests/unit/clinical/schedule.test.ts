import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../src/clinical/prompts/decision.ts';
import { missedMeasurePrompts } from '../../../src/clinical/prompts/missed-measures.ts';
import { dueFacts, dueMeasures, isOverdue } from '../../../src/clinical/schedule/due-measures.ts';
import {
  numberedSessions,
  sessionDays,
  sessionOf,
} from '../../../src/clinical/schedule/numbered-sessions.ts';
import type { PlannedCourse } from '../../../src/clinical/schedule/planned-course.ts';
import type { Cadence, PlannedMeasure, Schedule } from '../../../src/clinical/schedule/schedule.ts';
import { answerTo, week } from './prompts/a-client.ts';

describe('sessions', () => {
  const held = (
    number: number,
    attendance: 'came' | 'late' | 'cancelled' | 'missed',
    sessionNumber: number | null = null,
  ) => ({
    ...{ occurredOn: week(number), attendance, sessionNumber },
  });

  test('those that the client came to are counted from 1', () => {
    const sessions = numberedSessions([
      held(1, 'came'),
      held(2, 'cancelled'),
      held(3, 'late'),
      held(4, 'missed'),
      held(5, 'came'),
    ]);
    expect(sessions.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test('a number that was written down stands, and is counted on from', () => {
    const sessions = numberedSessions([
      held(1, 'came', 7),
      held(2, 'came'),
      held(3, 'came', 12),
      held(4, 'came'),
    ]);
    expect(sessions.map(({ number }) => number)).toEqual([7, 8, 12, 13]);
  });

  test('a response belongs to the session of its own number, else of its day', () => {
    const sessions = numberedSessions([held(1, 'came'), held(2, 'came')]);
    expect(sessionOf({ occurredOn: week(2), sessionNumber: null }, sessions)).toBe(2);
    expect(sessionOf({ occurredOn: week(2), sessionNumber: 9 }, sessions)).toBe(9);
    expect(sessionOf({ occurredOn: week(3), sessionNumber: null }, sessions)).toBeNull();
    expect(sessionOf({ occurredOn: null, sessionNumber: null }, sessions)).toBeNull();
  });

  test('two sessions of one day are one occasion, and one without a date is none', () => {
    const numbered = numberedSessions([
      { occurredOn: null, sessionNumber: 1, attendance: 'came' },
      held(1, 'came'),
      held(1, 'came'),
    ]);
    expect(sessionDays(numbered)).toEqual([week(1)]);
  });
});

const planned = (cadence: Cadence, over: Partial<PlannedMeasure> = {}): PlannedMeasure => ({
  ...{ instrumentId: 'phq-9', respondent: 'self', cadence, since: week(1) },
  ...over,
});
const everySession = planned({ kind: 'sessions', every: 1 });
const everySecond = planned({ kind: 'sessions', every: 2 });
const everyThreeWeeks = planned({ kind: 'weeks', every: 3 });

/** @param answeredIn the weeks in which it was answered */
const course = (
  sessions: number,
  answeredIn: readonly number[],
  over: Partial<PlannedCourse> = {},
): PlannedCourse => ({
  sessionDays: Array.from({ length: sessions }, (_, index) => week(index + 1)),
  answered: answeredIn.map((number) => ({
    ...{ instrumentId: 'phq-9', respondent: 'self', occurredOn: week(number), isComplete: true },
  })),
  ...{ countsFrom: week(1), isStopped: false },
  ...over,
});

describe('what is due', () => {
  const isDue = (measure: PlannedMeasure, of: PlannedCourse, day: string): boolean =>
    dueMeasures(dueFacts({ measures: [measure], primary: null }, of), day).length > 0;

  test('what was never answered is due, and what was answered on a day is not due on it', () => {
    expect(isDue(everySecond, course(0, []), week(1))).toBe(true);
    expect(isDue(everyThreeWeeks, course(0, []), week(1))).toBe(true);
    expect(isDue(everySession, course(1, [1]), week(1))).toBe(false);
    expect(isDue(everySession, course(1, [1]), week(2))).toBe(true);
  });

  test('by sessions: at the one that would be the n-th since the last complete response, written down already or not', () => {
    expect(isDue(everySecond, course(1, [1]), week(2))).toBe(false);
    expect(isDue(everySecond, course(2, [1]), week(2))).toBe(false);
    expect(isDue(everySecond, course(2, [1]), week(3))).toBe(true);
    expect(isDue(everySecond, course(3, [1]), week(3))).toBe(true);
  });

  test('by weeks: from so many weeks after the last complete response on', () => {
    expect(isDue(everyThreeWeeks, course(3, [1]), '2026-01-25')).toBe(false);
    expect(isDue(everyThreeWeeks, course(3, [1]), week(4))).toBe(true);
    expect(isDue(everyThreeWeeks, course(3, [1]), week(30))).toBe(true);
  });

  test('an incomplete response, another respondent or a response without a date leaves it due', () => {
    const answered = [
      { instrumentId: 'phq-9', respondent: 'self', occurredOn: week(2), isComplete: false },
      { instrumentId: 'phq-9', respondent: 'parent', occurredOn: week(2), isComplete: true },
      { instrumentId: 'phq-9', respondent: 'self', occurredOn: null, isComplete: true },
    ] as const;
    expect(isDue(everySession, course(2, [], { answered }), week(2))).toBe(true);
  });

  test('nothing is due before it is planned, once the agreement is withdrawn, or after the ending', () => {
    expect(isDue(planned({ kind: 'sessions', every: 1 }, { since: week(3) }), course(2, []), week(2))).toBe(
      false,
    );
    expect(isDue(everySession, course(2, [], { isStopped: true }), week(3))).toBe(false);
  });

  describe('overdue', () => {
    const overdue = (measure: PlannedMeasure, of: PlannedCourse, day: string): boolean =>
      dueFacts({ measures: [measure], primary: null }, of).some((facts) => isOverdue(facts, day));

    test('from the day after the first occasion without an answer', () => {
      expect(overdue(everySession, course(1, [1]), week(2))).toBe(false);
      expect(overdue(everySession, course(2, [1]), week(2))).toBe(false);
      expect(overdue(everySession, course(2, [1]), '2026-01-13')).toBe(true);
      expect(overdue(everySession, course(0, []), week(9))).toBe(false);
      expect(overdue(everySession, course(1, []), week(2))).toBe(true);
      expect(overdue(everySecond, course(2, [1]), week(3))).toBe(false);
      expect(overdue(everyThreeWeeks, course(3, [1]), week(4))).toBe(false);
      expect(overdue(everyThreeWeeks, course(3, [1]), '2026-01-27')).toBe(true);
      expect(overdue(everyThreeWeeks, course(0, []), '2026-01-06')).toBe(true);
    });

    test('what is planned today is not, however many sessions there were; nor is what was agreed to again today', () => {
      const today = week(7);
      expect(overdue(planned({ kind: 'sessions', every: 1 }, { since: today }), course(6, []), today)).toBe(
        false,
      );
      expect(overdue(planned({ kind: 'sessions', every: 1 }, { since: today }), course(6, [1]), today)).toBe(
        false,
      );
      expect(overdue(everySession, course(6, [1], { countsFrom: today }), today)).toBe(false);
    });
  });

  test('the primary measure comes first', () => {
    const schedule: Schedule = {
      measures: [everySession, planned({ kind: 'sessions', every: 1 }, { instrumentId: 'gad-7' })],
      primary: { instrumentId: 'gad-7', respondent: 'self' },
    };
    expect(dueFacts(schedule, course(0, [])).map(({ instrumentId }) => instrumentId)).toEqual([
      'gad-7',
      'phq-9',
    ]);
  });
});

describe('planned measures missed (P3)', () => {
  const missed = (measure: PlannedMeasure, of: PlannedCourse, decisions: readonly Decision[] = []) =>
    missedMeasurePrompts({ schedule: { measures: [measure], primary: null }, planned: of, decisions });

  test('two sessions in a row at which it was due: from the day after the second', () => {
    expect(missed(everySession, course(2, [1]))).toEqual([]);
    expect(missed(everySession, course(3, [1]))).toMatchObject([
      {
        about: `phq-9/self/${week(1)}`,
        from: '2026-01-20',
        reason: { missed: 2, missedOn: [week(2), week(3)], lastOn: week(1) },
      },
    ]);
    // Once due it stays due: the second session after it, and the third.
    expect(missed(everySecond, course(3, [1]))).toEqual([]);
    expect(missed(everySecond, course(4, [1]))).toMatchObject([{ reason: { missedOn: [week(3), week(4)] } }]);
  });

  test('never answered: from the first day of the plan on', () => {
    expect(missed(planned({ kind: 'sessions', every: 1 }, { since: week(3) }), course(3, []))).toEqual([]);
    expect(missed(planned({ kind: 'sessions', every: 1 }, { since: week(3) }), course(4, []))).toMatchObject([
      { about: 'phq-9/self/never', reason: { lastOn: null } },
    ]);
  });

  test('by weeks the second planned day lies in the future, and the prompt waits until it has gone by', () => {
    expect(missed(everyThreeWeeks, course(1, [1]))).toMatchObject([
      { from: '2026-02-17', reason: { missedOn: [week(4), week(7)] } },
    ]);
    expect(missed(everyThreeWeeks, course(1, []))).toMatchObject([
      { reason: { missedOn: [week(1), week(4)] } },
    ]);
  });

  test('a response that is entered later, or was left incomplete, was not missed', () => {
    expect(missed(everySession, course(3, [1, 2]))).toEqual([]);
    const half = {
      instrumentId: 'phq-9',
      respondent: 'self',
      occurredOn: week(3),
      isComplete: false,
    } as const;
    const of = course(4, [1]);
    expect(missed(everySession, { ...of, answered: [...of.answered, half] })).toEqual([]);
  });

  test('withdrawn, nothing is missed; agreed to again, it is counted from then on', () => {
    expect(missed(everySession, course(9, [1], { isStopped: true }))).toEqual([]);
    expect(missed(everySession, course(6, [1], { countsFrom: week(6) }))).toEqual([]);
    expect(missed(everySession, course(7, [1], { countsFrom: week(6) }))).toHaveLength(1);
  });

  test('answered, it comes back when two more have gone by, or when it was answered and missed twice again', () => {
    const decisions = [answerTo(missed(everySession, course(3, [1]))[0], { occurredOn: week(4) })];
    expect(missed(everySession, course(4, [1]), decisions)).toEqual([]);
    expect(missed(everySession, course(5, [1]), decisions)).toMatchObject([
      { reason: { missed: 4, missedOn: [week(4), week(5)] } },
    ]);
    expect(missed(everySession, course(7, [1, 5]), decisions)).toMatchObject([
      { reason: { missedOn: [week(6), week(7)] } },
    ]);
  });

  test('answered by weeks: so many as had gone by on the day of the answer, and two more', () => {
    const [prompt] = missed(everyThreeWeeks, course(1, [1]));
    const decisions = [answerTo(prompt, { occurredOn: week(9) })];
    expect(missed(everyThreeWeeks, course(1, [1]), decisions)).toMatchObject([
      { from: '2026-03-31', reason: { missed: 4, missedOn: [week(10), week(13)] } },
    ]);
  });

  test('later waits for the next day; a plan of no weeks at all is taken for one', () => {
    const decisions = [
      answerTo(missed(everySession, course(3, [1]))[0], { answer: 'later', occurredOn: week(5) }),
    ];
    expect(missed(everySession, course(3, [1]), decisions)).toMatchObject([{ from: '2026-02-03' }]);
    expect(missed(planned({ kind: 'weeks', every: 0 }), course(1, [1]))).toMatchObject([
      { reason: { missedOn: [week(2), week(3)] } },
    ]);
  });
});
