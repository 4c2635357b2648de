import { describe, expect, test } from 'vitest';
import { gad7 } from '../../../src/clinical/instruments/gad-7/gad-7.ts';
import type { Instrument } from '../../../src/clinical/instruments/instrument.ts';
import { phq9 } from '../../../src/clinical/instruments/phq-9/phq-9.ts';
import { judge } from '../../../src/clinical/verdict/judge.ts';
import type { JudgeChoices } from '../../../src/clinical/verdict/judge.ts';
import type { ScorePoint } from '../../../src/clinical/verdict/score-point.ts';
import { seriesOn } from '../../../src/clinical/verdict/series.ts';
import type { Judged, Verdict } from '../../../src/clinical/verdict/verdict.ts';
import { incomplete, invalid, scored } from './score-points.ts';

const lineOf = (instrument: Instrument) => ({
  instrumentId: instrument.id,
  instrumentVersion: instrument.version,
  coding: instrument.coding,
  respondent: 'self' as const,
});

const judgePhq9 = (points: readonly ScorePoint[], choices?: JudgeChoices, episode = 1): Verdict =>
  judge(phq9, seriesOn(lineOf(phq9), points), episode, choices);

const judgeGad7 = (totals: readonly number[], choices?: JudgeChoices): Judged => {
  const points = totals.map((total) => scored(total, lineOf(gad7)));
  const verdict = judge(gad7, seriesOn(lineOf(gad7), points), 1, choices);
  if (verdict.kind !== 'judged') throw new Error(verdict.kind);
  return verdict;
};

describe('too little to judge', () => {
  test('no complete response: no scores, and what there is instead is named', () => {
    const gap = incomplete();
    expect(judgePhq9([gap])).toEqual({
      kind: 'no-scores',
      cutOff: phq9.cutOffs[0],
      problems: [{ kind: 'incomplete-after-latest', point: gap }],
    });
  });

  test('one complete response says where it lies and nothing about change', () => {
    const verdict = judgePhq9([scored(14)]);
    expect(verdict).toMatchObject({
      kind: 'too-few-points',
      only: { total: 14, band: { label: 'moderate' }, side: 'clinical' },
      cutOff: { value: 10 },
    });
    expect(verdict).not.toHaveProperty('status');
  });

  test('one complete response, and none, know the rule and the cut-off that were chosen', () => {
    const chosen = { changeRuleId: 'bischoff-2020', cutOffId: 'spitzer-2006' };
    const gad7Verdict = (points: readonly ScorePoint[]) =>
      judge(gad7, seriesOn(lineOf(gad7), points), 1, chosen);
    expect(gad7Verdict([scored(14, lineOf(gad7))])).toMatchObject({
      kind: 'too-few-points',
      rule: { id: 'bischoff-2020' },
      cutOff: { id: 'spitzer-2006' },
    });
    expect(gad7Verdict([])).toMatchObject({ kind: 'no-scores', cutOff: { id: 'spitzer-2006' } });
  });

  test('a baseline moved to the latest response leaves one point', () => {
    const [first, latest] = [scored(18), scored(9)];
    const choices = { baseline: { entryId: latest.entryId, reason: 'a fresh start' } };
    expect(judgePhq9([first, latest], choices)).toMatchObject({
      kind: 'too-few-points',
      baseline: { kind: 'moved', reason: 'a fresh start' },
    });
  });

  test('without a rule there is a plain difference and no status', () => {
    const verdict = judge({ ...phq9, changeRules: [] }, seriesOn(lineOf(phq9), [scored(18), scored(7)]), 1);
    expect(verdict).toMatchObject({
      kind: 'no-rule',
      change: -11,
      start: { side: 'clinical' },
      latest: { side: 'functional' },
    });
    expect(verdict).not.toHaveProperty('status');
  });
});

describe('a verdict carries everything it rests on', () => {
  test('from 18 to 8 on the PHQ-9 is recovered under Delgadillo 2014 and Kroenke 2001', () => {
    const verdict = judgePhq9([scored(18), scored(15), scored(8)]);
    expect(verdict).toMatchObject({
      kind: 'judged',
      status: 'recovered',
      start: { total: 18, band: { label: 'moderately severe' } },
      latest: { total: 8, band: { label: 'mild' } },
      change: -10,
      needed: { points: 6, inclusive: true },
      rule: { id: 'delgadillo-2014' },
      cutOff: { id: 'kroenke-2001' },
      clinicalAtStart: true,
      functionalNow: true,
      modeChanged: false,
      problems: [],
    });
    expect(verdict).toHaveProperty('limits', [
      ...(phq9.changeRules[0]?.limits ?? []),
      ...(phq9.cutOffs[0]?.limits ?? []),
    ]);
  });

  test.each([
    [[18, 12], 'improved'],
    [[18, 13], 'unchanged'],
    [[12, 9], 'unchanged'],
    [[9, 3], 'improved'],
    [[9, 15], 'deteriorated'],
    [[16, 10], 'improved'],
    [[15, 9], 'recovered'],
  ])('PHQ-9 %j is %s', (totals, status) => {
    expect(judgePhq9(totals.map((total) => scored(total)))).toMatchObject({ kind: 'judged', status });
  });

  test('a change of mode between start and latest is said', () => {
    expect(judgePhq9([scored(18), scored(8, { mode: 'link' })])).toMatchObject({ modeChanged: true });
  });
});

describe('rival rules side by side', () => {
  test('12 to 8 on the GAD-7: each of the six combinations of rule and cut-off, the used one apart', () => {
    const verdict = judgeGad7([12, 8]);
    expect(verdict).toMatchObject({
      status: 'improved',
      rule: { id: 'nhs' },
      cutOff: { id: 'nhs' },
    });
    expect(verdict.rivals.map(({ rule, cutOff, status }) => [rule.id, cutOff?.id ?? null, status])).toEqual([
      ['nhs', 'spitzer-2006', 'recovered'],
      ['delgadillo-2014', 'nhs', 'unchanged'],
      ['delgadillo-2014', 'spitzer-2006', 'unchanged'],
      ['bischoff-2020', 'nhs', 'unchanged'],
      ['bischoff-2020', 'spitzer-2006', 'unchanged'],
    ]);
  });

  test('the practice’s choice of rule and cut-off is the one that is used', () => {
    const verdict = judgeGad7([12, 7], { changeRuleId: 'bischoff-2020', cutOffId: 'nhs' });
    expect(verdict).toMatchObject({
      status: 'unchanged',
      rule: { id: 'bischoff-2020' },
      cutOff: { id: 'nhs' },
      needed: { points: 6 },
    });
    expect(verdict.rivals).toHaveLength(5);
  });

  test('a choice that this instrument does not have is reported, and its first rule is used', () => {
    expect(judgeGad7([12, 7], { changeRuleId: 'gone' })).toMatchObject({
      rule: { id: 'nhs' },
      problems: [{ kind: 'unknown-choice', of: 'change-rule', id: 'gone' }],
    });
  });
});

describe('what is never mixed', () => {
  test('another respondent’s score is neither the baseline nor the latest', () => {
    const points = [
      scored(27, { respondent: 'partner' }),
      scored(14),
      scored(13),
      scored(0, { respondent: 'partner' }),
    ];
    expect(judgePhq9(points)).toMatchObject({ start: { total: 14 }, latest: { total: 13 } });
  });

  test('an earlier course of therapy does not count: reopening starts with its own baseline', () => {
    const points = [scored(20), scored(4), scored(15, { episode: 2 }), scored(8, { episode: 2 })];
    expect(judgePhq9(points, {}, 2)).toMatchObject({ start: { total: 15 }, change: -7 });
    expect(judgePhq9(points.slice(0, 2), {}, 2)).toMatchObject({ kind: 'no-scores' });
  });

  test('a series of another coding is our own mistake and throws', () => {
    const series = seriesOn({ ...lineOf(phq9), coding: 'items-1-4' }, []);
    expect(() => judge(phq9, series, 1)).toThrow('items-1-4');
  });
});

describe('what is noticed', () => {
  test('incomplete and invalid responses after the latest complete one', () => {
    const earlier = [scored(18), incomplete(), scored(8)];
    const [gap, wrong] = [incomplete(), invalid()];
    expect(judgePhq9([...earlier, gap, wrong])).toMatchObject({
      status: 'recovered',
      problems: [
        { kind: 'incomplete-after-latest', point: gap },
        { kind: 'invalid-after-latest', point: wrong },
      ],
    });
  });

  test('a score without date and session number', () => {
    const lost = scored(3, { occurredOn: null });
    expect(judgePhq9([scored(18), scored(8), lost])).toMatchObject({
      latest: { total: 8 },
      problems: [{ kind: 'unplaced', point: lost }],
    });
  });

  test('a moved baseline that is no longer there', () => {
    const baseline = { entryId: 'erased', reason: 'moved' };
    expect(judgePhq9([scored(18), scored(8)], { baseline })).toMatchObject({
      baseline: { kind: 'first-complete' },
      problems: [{ kind: 'baseline-choice-unusable', choice: baseline }],
    });
  });
});
