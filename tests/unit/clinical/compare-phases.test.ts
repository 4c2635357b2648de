import { describe, expect, test } from 'vitest';
import { comparePhases } from '../../../src/clinical/phases/compare-phases.ts';
import { phaseOutcome } from '../../../src/clinical/phases/phase-outcome.ts';

describe('too few scores', () => {
  test('a phase with one or two scores is not compared, and says how many are needed', () => {
    expect(comparePhases([18, 17, 19, 18], [12], 'lower')).toEqual({
      kind: 'too-few',
      nBefore: 4,
      nAfter: 1,
      needed: 3,
    });
    expect(comparePhases([18, 17], [12, 11, 10], 'lower').kind).toBe('too-few');
    expect(comparePhases([], [], 'lower')).toMatchObject({ kind: 'too-few', nBefore: 0, nAfter: 0 });
  });

  test('three are compared with reservations, five without', () => {
    expect(comparePhases([18, 17, 19], [12, 11, 10], 'lower')).toMatchObject({
      kind: 'compared',
      isFew: true,
    });
    expect(comparePhases([18, 17, 19, 18, 18], [12, 11, 10, 12], 'lower')).toMatchObject({ isFew: true });
    expect(comparePhases([18, 17, 19, 18, 18], [12, 11, 10, 12, 9], 'lower')).toMatchObject({ isFew: false });
  });
});

describe('what may be said', () => {
  test('an anxious client who did not get better, then did: better, and no trend had announced it', () => {
    expect(comparePhases([15, 16, 15, 16, 15], [13, 12, 10, 9, 8, 7], 'lower')).toMatchObject({
      nBefore: 5,
      nAfter: 6,
      medianBefore: 15,
      medianAfter: 9.5,
      nap: { estimate: 1 },
      tauBc: { estimate: 1 },
      outcome: { kind: 'better', caution: null },
    });
  });

  test('scores that were falling anyway go on falling: better, but a trend before may explain it', () => {
    expect(comparePhases([20, 18, 17, 15, 14, 12], [11, 9, 8, 6, 5, 3], 'lower')).toMatchObject({
      nap: { estimate: 1 },
      outcome: { kind: 'better', caution: 'trend-before' },
    });
  });

  test('worse, on a measure where higher is better', () => {
    expect(comparePhases([60, 64, 60, 64, 60], [40, 44, 48, 40, 36], 'higher')).toMatchObject({
      outcome: { kind: 'worse', caution: null },
    });
  });

  test('scores that overlap: no clear difference', () => {
    expect(comparePhases([12, 15, 13, 14], [13, 12, 14, 13], 'lower')).toMatchObject({
      outcome: { kind: 'no-clear-difference' },
    });
  });

  test('one score throughout: no clear difference, and no figure that is not one', () => {
    const comparison = comparePhases([7, 7, 7, 7], [7, 7, 7], 'lower');
    expect(comparison).toMatchObject({
      nap: { estimate: 0.5 },
      tauBc: { estimate: 0 },
      outcome: { kind: 'no-clear-difference' },
      details: { smdBefore: null, smdPooled: null, tauBcTauB: null, trendBefore: { slope: 0, intercept: 7 } },
    });
    expect(JSON.stringify(comparison)).not.toContain('NaN');
  });

  test('an interval that ends on no difference leaves it in', () => {
    const nothing = { lower: -1, upper: 1 };
    expect(phaseOutcome({ lower: 0.5, upper: 1 }, nothing)).toEqual({ kind: 'no-clear-difference' });
    expect(phaseOutcome({ lower: 0, upper: 0.5 }, nothing)).toEqual({ kind: 'no-clear-difference' });
    expect(phaseOutcome({ lower: 0.51, upper: 1 }, { lower: 0, upper: 1 })).toEqual({
      kind: 'better',
      caution: 'trend-before',
    });
    expect(phaseOutcome({ lower: 0, upper: 0.4 }, { lower: -1, upper: -0.1 })).toEqual({
      kind: 'worse',
      caution: null,
    });
    expect(phaseOutcome({ lower: 0, upper: 0.4 }, { lower: 0.1, upper: 1 })).toEqual({
      kind: 'worse',
      caution: 'trend-before',
    });
  });
});

test('every other index is in the details', () => {
  const comparison = comparePhases([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29], 'higher');
  const details = comparison.kind === 'compared' ? Object.entries(comparison.details) : [];
  expect(details).toHaveLength(12);
  expect(details.filter(([, index]) => index === null)).toEqual([]);
});

test('500 scores are compared, and the interval narrows', () => {
  const waves = (from: number) => Array.from({ length: 250 }, (_, i) => from + (i % 7));
  const comparison = comparePhases(waves(12), waves(9), 'lower');
  expect(comparison).toMatchObject({ nBefore: 250, nAfter: 250, outcome: { kind: 'better' } });
  if (comparison.kind !== 'compared') throw new Error('500 scores are enough');
  expect(comparison.nap.interval.upper - comparison.nap.interval.lower).toBeLessThan(0.1);
});
