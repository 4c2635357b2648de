// What is said of what was typed wrong on the plan and at a session; and the keys of a scale.
import { describe, expect, test } from 'vitest';
import { placeForKey, valueForDigit } from '../../../src/app/components/scale-keys.ts';
import { sessionProblemWords } from '../../../src/app/screens/client/sessions/session-words.ts';
import {
  isWholeBetween,
  pastDayProblem,
  wordsProblem,
} from '../../../src/app/screens/plan/field-problems.ts';
import { goalFieldsOf, goalIn, goalProblems } from '../../../src/app/screens/plan/goal-form.ts';
import {
  plannedFieldsOf,
  plannedIn,
  plannedProblems,
  type PlannedFields,
} from '../../../src/app/screens/plan/planned-form.ts';
import { techniqueProblem } from '../../../src/app/screens/settings/practice/technique-problem.ts';
import { techniqueOptions } from '../../../src/app/wording/technique-words.ts';
import { emptySchedule, type PlannedMeasure } from '../../../src/clinical/schedule/schedule.ts';

const locale = 'en-GB';
const today = '2026-03-12';

test('empty words, and more than there is room for: nothing is cut short in silence', () => {
  expect(wordsProblem('  ', 500, locale, 'Write it down.')).toBe('Write it down.');
  expect(wordsProblem('  ', 500, locale, null)).toBeUndefined();
  expect(wordsProblem('x'.repeat(500), 500, locale, null)).toBeUndefined();
  expect(wordsProblem('x'.repeat(4_000), 500, locale, null)).toBe(
    'That is 4,000 characters; there is room for 500. Shorten it.',
  );
});

test('a day that is none, has not come, or lies in another century', () => {
  expect(pastDayProblem(null, today)).toBe('Choose a day that is in the calendar.');
  expect(pastDayProblem('2026-03-13', today)).toBe('This day has not come yet.');
  expect(pastDayProblem('0206-03-12', today)).toBe('Check the year: the day lies before 1950.');
  expect(pastDayProblem(today, today)).toBeUndefined();
});

test('a whole number in a range', () => {
  expect([null, 0, 1.5, 53, Number.NaN].map((value) => isWholeBetween(value, 1, 52))).toEqual(
    Array(5).fill(false),
  );
  expect(isWholeBetween(52, 1, 52)).toBe(true);
});

describe('a goal', () => {
  const fields = { ...goalFieldsOf(null), words: ' Sleep ' };

  test('needs words and a target that is on its scale', () => {
    expect(goalProblems(goalFieldsOf(null), locale)?.words).toBe('Write the goal down first.');
    for (const target of [null, 0, 11, 7.5])
      expect(goalProblems({ ...fields, target }, locale)?.target).toBe('Type a whole number from 1 to 10.');
    expect(goalProblems(fields, locale)).toBeNull();
    expect(goalIn(fields)).toMatchObject({ words: 'Sleep', scale: 'zero-to-ten', target: 8 });
  });

  test('by attainment needs to say what is expected and where it begins; its target is 0', () => {
    const attainment = { ...fields, scale: 'attainment', target: null } as const;
    expect(goalProblems(attainment, locale)?.levels).toContain('what is expected (0)');
    const levels = { ...attainment.levels, '-1': 'two nights', 0: 'five nights', 2: 'x'.repeat(301) };
    expect(goalProblems({ ...attainment, levels }, locale)?.level[2]).toContain('301 characters');
    const described = { ...attainment, levels: { ...levels, 2: '' } };
    expect(goalProblems(described, locale)).toBeNull();
    expect(goalIn(described)).toMatchObject({ target: 0, levels: { '-1': 'two nights', 2: '' } });
  });
});

describe('a planned measure', () => {
  const phq: PlannedMeasure = {
    ...{ instrumentId: 'phq-9', respondent: 'self', since: today },
    cadence: { kind: 'sessions', every: 1 },
  };
  const schedule = { measures: [phq], primary: null };
  const fields: PlannedFields = { ...plannedFieldsOf(null, emptySchedule, today), instrumentId: 'gad-7' };
  const problems = (change: Partial<PlannedFields>, planned: PlannedMeasure | null = null) =>
    plannedProblems({ ...fields, ...change }, planned, schedule, () => 'PHQ-9', today, locale);

  test('the first one is the primary unless that is taken back; the next one is not', () => {
    expect(plannedFieldsOf(null, emptySchedule, today).isPrimary).toBe(true);
    expect(plannedFieldsOf(null, { measures: [phq], primary: phq }, today).isPrimary).toBe(false);
    expect(plannedFieldsOf(phq, { measures: [phq], primary: phq }, today).isPrimary).toBe(true);
  });

  test('every 0 or every 1000 is refused, and not asked for at every session', () => {
    for (const every of [0, 1_000, 1.5, null]) {
      expect(problems({ cadence: 'weeks', every })?.every).toBe('Type a whole number from 1 to 52.');
      expect(problems({ every })).toBeNull();
    }
    expect(plannedIn({ ...fields, cadence: 'weeks', every: 4 }).cadence).toEqual({ kind: 'weeks', every: 4 });
    expect(plannedIn({ ...fields, every: 4 }).cadence).toEqual({ kind: 'sessions', every: 1 });
  });

  test('without a measure, or planned already: said; a line that is changed is itself', () => {
    expect(problems({ instrumentId: null })?.measure).toBe('Choose a measure.');
    expect(problems({ instrumentId: 'phq-9' })?.measure).toBe(
      'PHQ-9 is planned already: change that line instead.',
    );
    expect(problems({ instrumentId: 'phq-9', respondent: 'parent' })).toBeNull();
    expect(problems({ instrumentId: 'phq-9' }, phq)).toBeNull();
  });

  test('may begin later, not in another year by a slip', () => {
    expect(problems({ since: '2026-04-01' })).toBeNull();
    expect(problems({ since: '2062-03-12' })?.since).toBe('Choose a day within a year from now.');
    expect(problems({ since: '0026-03-12' })?.since).toContain('1950');
    expect(problems({ since: null })?.since).toContain('calendar');
  });
});

test('a technique has a name that no other has', () => {
  const options = techniqueOptions([], locale);
  const said = (name: string, id: string | null = null, canBeEmpty = false) =>
    techniqueProblem(name, id, options, canBeEmpty, locale);
  expect(said(' ')).toBe('Type a name.');
  expect(said('', 'cbt', true)).toBeUndefined();
  expect(said(' exposure ')).toBe('There is a technique of this name already.');
  expect(said('Exposure', 'exposure')).toBeUndefined();
  expect(said('x'.repeat(81))).toContain('room for 80');
});

test('every problem of a session is a sentence', () => {
  expect(sessionProblemWords({ kind: 'number-taken', on: '2026-03-10' }, 5, locale)).toBe(
    'There is a session 5 already, on 10 March 2026.',
  );
  expect(sessionProblemWords({ kind: 'number-taken', on: null }, 5, locale)).toBe(
    'There is a session 5 already.',
  );
  expect(sessionProblemWords({ kind: 'before-course', startedOn: '2026-03-01' }, 1, locale)).toContain(
    'taken up again on 1 March 2026',
  );
});

describe('the keys of a scale', () => {
  test('arrows walk and stop at the ends', () => {
    expect(placeForKey('ArrowRight', 10, 11)).toBe(10);
    expect(placeForKey('ArrowLeft', 0, 11)).toBe(0);
    expect(placeForKey('ArrowUp', 3, 11)).toBe(4);
    expect([placeForKey('Home', 5, 11), placeForKey('End', 5, 11)]).toEqual([0, 10]);
    expect(placeForKey('a', 5, 11)).toBeNull();
  });

  test('a digit names its mark; below zero there are none, so that "1" is never read as the first', () => {
    const ten = Array.from({ length: 11 }, (_, value) => ({ value }));
    expect(valueForDigit('0', ten)).toBe(0);
    expect(valueForDigit('9', ten)).toBe(9);
    expect(valueForDigit('10', ten)).toBeNull();
    expect(valueForDigit('1', [{ value: -1 }, { value: 0 }, { value: 1 }])).toBeNull();
  });
});
