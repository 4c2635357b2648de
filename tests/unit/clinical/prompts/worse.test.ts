import { describe, expect, test } from 'vitest';
import type { Instrument } from '../../../../src/clinical/instruments/instrument.ts';
import type { Decision } from '../../../../src/clinical/prompts/decision.ts';
import type { Prompt } from '../../../../src/clinical/prompts/prompt.ts';
import { promptsOf } from '../../../../src/clinical/prompts/prompts-of.ts';
import { worsePrompts } from '../../../../src/clinical/prompts/worse.ts';
import { own } from '../../wording/cases.ts';
import { scored } from '../score-points.ts';
import { aClient, answerTo, ended, gad7, lineOf, phq9, phqLine, week, weekly } from './a-client.ts';

const worse = (totals: readonly (number | null)[], decisions: readonly Decision[] = []): Prompt[] =>
  worsePrompts(aClient({ lines: [phqLine(totals)], decisions }));

describe('worse than the baseline', () => {
  test('by the points of the rule in use, and not by one fewer', () => {
    expect(worse([10, 15])).toEqual([]);
    expect(worse([10, 16])).toMatchObject([
      {
        about: 'phq-9/self/r2',
        value: 16,
        from: null,
        reason: {
          ...{ kind: 'worse', than: 'baseline', ruleId: 'delgadillo-2014', meaning: 'reliable' },
          needed: { points: 6, inclusive: true },
          reference: { total: 10, occurredOn: week(1) },
          latest: { total: 16, occurredOn: week(2) },
        },
      },
    ]);
  });

  test('a client gets worse while every total stays below the cut-off', () => {
    expect(worse([2, 4, 8])).toMatchObject([{ reason: { than: 'baseline', latest: { total: 8 } } }]);
  });

  test('the rule that was chosen decides: GAD-7 by four, five or six points', () => {
    const by = (changeRuleId: string) =>
      worsePrompts(aClient({ lines: [lineOf(gad7, weekly([6, 11]), { changeRuleId })] })).length;
    expect([by('nhs'), by('delgadillo-2014'), by('bischoff-2020')]).toEqual([1, 1, 0]);
  });

  test('where higher is better, a fall is worse; without a rule nothing is said', () => {
    const at = (instrument: Instrument, totals: readonly number[]) =>
      worsePrompts(aClient({ lines: [lineOf(instrument, weekly(totals))] }));
    expect(at(own({}), [60, 10])).toEqual([]);
    expect(at(own({ reliableChange: { points: 12 } }), [60, 48])).toHaveLength(1);
    expect(at(own({ reliableChange: { points: 12 } }), [48, 60])).toEqual([]);
  });
});

describe('some of the gain lost', () => {
  test('the last two in a row, each by the amount, against the best before them', () => {
    expect(worse([18, 6, 13])).toEqual([]);
    expect(worse([18, 6, 13, 11])).toEqual([]);
    expect(worse([18, 6, 13, 14])).toMatchObject([
      { about: 'phq-9/self/r4', reason: { than: 'best', reference: { total: 6 }, latest: { total: 14 } } },
    ]);
  });

  test('of best scores that tie the last is named, since which it was lost', () => {
    expect(worse([18, 6, 6, 13, 14])).toMatchObject([{ reason: { reference: { occurredOn: week(3) } } }]);
  });

  test('it is not said of somebody who is worse than at the baseline too', () => {
    expect(worse([10, 3, 16, 17])).toMatchObject([{ reason: { than: 'baseline' } }]);
    expect(worse([10, 3, 16, 17])).toHaveLength(1);
  });
});

describe('what it is not about', () => {
  test('respondents are never mixed', () => {
    const parent = lineOf(
      phq9,
      weekly([17, 18], (number) => ({ respondent: 'parent', entryId: `p${String(number)}` })),
    );
    expect(worsePrompts(aClient({ lines: [phqLine([8, 9]), parent] }))).toEqual([]);
  });

  test('where the coding changed half-way only the line in use speaks', () => {
    const recoded: Instrument = { ...phq9, version: 'en-2', coding: 'other' };
    const later = [scored(9, { occurredOn: week(3) }), scored(9, { occurredOn: week(4) })];
    expect(worsePrompts(aClient({ lines: [phqLine([5, 20]), lineOf(recoded, later)] }))).toEqual([]);
    expect(worsePrompts(aClient({ lines: [phqLine([5, 20])] }))).toHaveLength(1);
  });

  test('another course: only what its own scores say', () => {
    const points = weekly([5, 20, 18, 19], (number) => ({ episode: number <= 2 ? 1 : 2 }));
    const courses = [...ended(week(2)), { episode: 2, startedOn: week(3), ending: null }];
    expect(worsePrompts(aClient({ courses, lines: [lineOf(phq9, points, { episode: 2 })] }))).toEqual([]);
  });

  test('after an ending only what a follow-up has found', () => {
    const lines = [phqLine([10, 17])];
    expect(promptsOf(aClient({ lines, courses: ended(week(2)) }))).toEqual([]);
    expect(promptsOf(aClient({ lines, courses: ended(week(1)) }))).toMatchObject([{ kind: 'worse' }]);
  });
});

describe('once it was answered', () => {
  const totals = [10, 17] as const;
  const given = (over: Partial<Decision>) => [answerTo(worse(totals)[0], over)];

  test('discussed, changed or not relevant holds while no later score of the run is worse', () => {
    for (const answer of ['discussed', 'changed', 'not-relevant'] as const) {
      const decisions = given({ answer });
      expect(worse([10, 17], decisions)).toEqual([]);
      expect(worse([10, 17, 16, 17], decisions)).toEqual([]);
      expect(worse([10, 17, 16, 18], decisions)).toMatchObject([{ about: 'phq-9/self/r4' }]);
    }
  });

  test('looked at holds for that score alone', () => {
    const decisions = given({ answer: 'looked' });
    expect(worse([10, 17], decisions)).toEqual([]);
    expect(worse([10, 17, 16], decisions)).toHaveLength(1);
  });

  test('a score within the error ends the run: worse again asks again', () => {
    expect(worse([10, 17, 12, 17], given({}))).toHaveLength(1);
  });

  test('later waits until the next day; of two answers the one written later counts, in whatever order they came', () => {
    const [later] = given({ answer: 'later', occurredOn: week(2) });
    const [looked] = given({ answer: 'looked' });
    if (!later || !looked) throw new Error('two answers');
    expect(worse(totals, [later])).toMatchObject([{ from: '2026-01-13' }]);
    expect(worse(totals, [later, looked])).toEqual([]);
    expect(worse(totals, [looked, later])).toEqual([]);
    const rewritten = { ...later, recordedAt: '2026-02-01T00:00:00.000Z' };
    expect(worse(totals, [rewritten, looked])).toHaveLength(1);
  });

  test('a correction that takes the reason away takes the prompt away, and one that makes it worse asks again', () => {
    const decisions = given({ answer: 'looked' });
    const corrected = (total: number) => {
      const points = weekly([10, total], (number) =>
        number === 2 ? { entryId: 'c', correctsId: 'r2' } : {},
      );
      return worsePrompts(aClient({ lines: [lineOf(phq9, points)], decisions }));
    };
    expect(corrected(12)).toEqual([]);
    expect(corrected(17)).toEqual([]);
    expect(corrected(20)).toMatchObject([{ about: 'phq-9/self/r2' }]);
  });

  test('an answer to a score that was deleted holds for no other', () => {
    const decisions = [answerTo(worse([10, null, 17])[0])];
    expect(worse([10, 17], decisions)).toHaveLength(1);
  });
});

test('500 sessions, ties everywhere', () => {
  const totals = Array.from({ length: 500 }, (_, index) => (index < 498 ? 6 + (index % 2) : 12));
  expect(worse(totals)).toMatchObject([
    { reason: { reference: { occurredOn: week(1) }, latest: { total: 12 } } },
  ]);
  expect(worse(Array.from({ length: 500 }, () => 9))).toEqual([]);
});
