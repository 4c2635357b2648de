import { describe, expect, test } from 'vitest';
import type { Goal, GoalScale } from '../../../../src/clinical/goals/goal.ts';
import { checkOutPrompts } from '../../../../src/clinical/prompts/check-out-dropped.ts';
import type { Decision } from '../../../../src/clinical/prompts/decision.ts';
import { goalFlatPrompts } from '../../../../src/clinical/prompts/goal-flat.ts';
import type { PromptSource } from '../../../../src/clinical/prompts/prompt-source.ts';
import { targetMetPrompts } from '../../../../src/clinical/prompts/target-met.ts';
import { own } from '../../wording/cases.ts';
import { aClient, answerTo, goalId, lineOf, phq9, phqLine, week, weekly } from './a-client.ts';

describe('the check-out', () => {
  const checkOuts = (...overall: readonly (number | null)[]): PromptSource['checkOuts'] =>
    overall.map((value, index) => ({
      ...{ entryId: `c${String(index + 1)}`, occurredOn: week(index + 1) },
      ...{ heard: 8, topics: 8, way: null, overall: value },
    }));

  test('a fall of two points since the one before, of any of the four; what was not answered has not fallen', () => {
    const at = (...overall: readonly (number | null)[]) =>
      checkOutPrompts(aClient({ checkOuts: checkOuts(...overall) }));
    expect(at(8)).toEqual([]);
    expect(at(8, 7)).toEqual([]);
    expect(at(8, 6)).toMatchObject([
      {
        about: 'check-out/c2',
        reason: { dropped: [{ part: 'overall', before: 8, now: 6 }], beforeOn: week(1), latestOn: week(2) },
      },
    ]);
    expect(at(8, null)).toEqual([]);
    expect(at(8, 6, 6)).toEqual([]);
  });

  test('an answer is for that check-out', () => {
    const decisions = [answerTo(checkOutPrompts(aClient({ checkOuts: checkOuts(8, 5) }))[0])];
    expect(checkOutPrompts(aClient({ checkOuts: checkOuts(8, 5), decisions }))).toEqual([]);
    expect(checkOutPrompts(aClient({ checkOuts: checkOuts(8, 5, 3), decisions }))).toHaveLength(1);
  });
});

const goal = (over: Partial<Goal> = {}): Goal => ({
  ...{ id: goalId('g1'), words: 'Ride the bus', scale: 'zero-to-ten', target: 8 },
  levels: { [-2]: '', [-1]: '', 0: '', 1: '', 2: '' },
  ...{ addedOn: week(1), closedOn: null },
  ...over,
});

const ratings = (values: readonly number[], scale: GoalScale = 'zero-to-ten'): PromptSource['ratings'] =>
  values.map((value, index) => ({
    ...{ entryId: `g${String(index + 1)}`, occurredOn: week(index + 1), goalId: goalId('g1'), scale, value },
  }));

describe('a goal that stands still', () => {
  const flat = (values: readonly number[], over: Partial<PromptSource> = {}) =>
    goalFlatPrompts(aClient({ goals: [goal()], ratings: ratings(values), ...over }));

  test('three ratings within one point, from 0 to 10', () => {
    expect(flat([3, 4])).toEqual([]);
    expect(flat([3, 4, 3])).toMatchObject([
      { about: 'g1/g3', reason: { values: [3, 4, 3], sinceOn: week(1) } },
    ]);
    expect(flat([3, 4, 5])).toEqual([]);
    expect(flat([1, 5, 5, 5])).toHaveLength(1);
  });

  test('by attainment three that are the same', () => {
    const goals = [goal({ scale: 'attainment', target: 0 })];
    const at = (values: readonly number[]) => flat([], { goals, ratings: ratings(values, 'attainment') });
    expect(at([-1, -1, -1])).toHaveLength(1);
    expect(at([-1, -1, -2])).toEqual([]);
    expect(at([0, 0, 0])).toEqual([]);
  });

  test('not while the target is met, once it is closed, after it was removed, or when its scale was changed', () => {
    expect(flat([8, 8, 8])).toEqual([]);
    expect(flat([3, 3, 3], { goals: [goal({ closedOn: week(4) })] })).toEqual([]);
    expect(flat([3, 3, 3], { goals: [] })).toEqual([]);
    expect(flat([3, 3, 3], { goals: [goal({ scale: 'attainment', target: 0 })] })).toEqual([]);
    const mixed = [...ratings([1, 1], 'attainment'), ...ratings([0, 0, 1, 1]).slice(2)];
    expect(flat([], { ratings: mixed })).toEqual([]);
  });

  test('several ratings of one day are one, the last of them', () => {
    const [first, second] = ratings([3, 3]);
    if (!first || !second) throw new Error('two ratings');
    const again = { ...second, entryId: 'again' };
    expect(flat([], { ratings: [first, second, again] })).toEqual([]);
  });

  test('an answer holds until there are three new ratings, also where its own was deleted', () => {
    const decisions = [answerTo(flat([3, 3, 3])[0], { occurredOn: week(3) })];
    const now = (values: readonly number[]) => flat(values, { decisions });
    expect([now([3, 3, 3]), now([3, 3, 3, 3]), now([3, 3, 3, 3, 3])]).toEqual([[], [], []]);
    expect(now([3, 3, 3, 3, 3, 3])).toHaveLength(1);
    const without = ratings([3, 3, 3, 3, 3, 3]).filter(({ entryId }) => entryId !== 'g3');
    expect(flat([], { ratings: without.slice(0, 4), decisions })).toEqual([]);
    expect(flat([], { ratings: without, decisions })).toHaveLength(1);
  });
});

describe('the target met three times', () => {
  const met = (over: Partial<PromptSource>) => targetMetPrompts(aClient(over));
  const phq = (totals: readonly number[], decisions: readonly Decision[] = []) =>
    met({ lines: [phqLine(totals)], decisions });

  test('three responses in a row that count as recovered', () => {
    expect(phq([16, 9, 9])).toEqual([]);
    expect(phq([16, 9, 9, 9])).toMatchObject([
      {
        about: 'measure/phq-9/self/r2',
        value: 9,
        reason: { of: { kind: 'measure', cutOffValue: 10, ruleId: 'delgadillo-2014' }, values: [9, 9, 9] },
      },
    ]);
    expect(phq([16, 9, 10, 9, 9])).toEqual([]);
    expect(phq([14, 9, 9, 9])).toEqual([]);
    expect(phq([9, 3, 3, 3])).toEqual([]);
  });

  test('it is not asked again for the same run, and is for the next', () => {
    const decisions = [answerTo(phq([16, 9, 9, 9])[0])];
    expect(phq([16, 9, 9, 9, 8, 7], decisions)).toEqual([]);
    expect(phq([16, 9, 9, 9, 12, 9, 9], decisions)).toEqual([]);
    expect(phq([16, 9, 9, 9, 12, 9, 9, 9], decisions)).toHaveLength(1);
  });

  test('by a rule that is only called meaningful, or without a cut-off, nobody counts as recovered', () => {
    const better = (over: Parameters<typeof own>[0]) =>
      met({ lines: [lineOf(own(over), weekly([30, 70, 70, 70]))] });
    expect(better({ reliableChange: { points: 12 } })).toEqual([]);
    expect(better({ reliableChange: { points: 12 }, cutOff: { value: 50, inclusive: true } })).toHaveLength(
      1,
    );
  });

  test('the primary measure alone, where one was chosen', () => {
    const schedule = { measures: [], primary: { instrumentId: 'gad-7', respondent: 'self' } } as const;
    expect(met({ lines: [lineOf(phq9, weekly([16, 9, 9, 9]))], schedule })).toEqual([]);
  });

  test('a goal by its own target, until it is closed', () => {
    const goals = [goal()];
    expect(met({ goals, ratings: ratings([5, 8, 9]) })).toEqual([]);
    const [prompt] = met({ goals, ratings: ratings([5, 8, 9, 8]) });
    expect(prompt).toMatchObject({ about: 'goal/g1/g2', reason: { values: [8, 9, 8] } });
    const decisions = [answerTo(prompt, { answer: 'not-relevant' })];
    expect(met({ goals, ratings: ratings([5, 8, 9, 8, 10]), decisions })).toEqual([]);
    expect(met({ goals: [goal({ closedOn: week(9) })], ratings: ratings([8, 8, 8]) })).toEqual([]);
  });
});
