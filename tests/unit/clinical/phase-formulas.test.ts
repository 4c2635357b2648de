// Each index of two phases on an example in print. Series and figures: Parker, Vannest & Davis 2011 (Behavior Modification 35,
// 303–322) print PND 5/7, PAND 11/13, PEM 7/7, IRD 6/7 − 1/6, NAP 38.5/42 and Tau 35/42; Parker, Vannest, Davis & Sauber 2011
// (Behavior Therapy 42, 284–299) Tau 16/20 and Tau-U 11/20; Parker & Vannest 2009 the series of NAP; Tarlow 2017 Tau 1, Tau-U .6
// and Tau-BC 0 for a straight line. Errors and intervals: the R package SingleCaseES on the same series.
import { describe, expect, test } from 'vitest';
import { baselineCorrectedTauB } from '../../../src/clinical/phases/baseline-corrected-tau-b.ts';
import { baselineCorrectedTau } from '../../../src/clinical/phases/baseline-corrected-tau.ts';
import { countPairs } from '../../../src/clinical/phases/count-pairs.ts';
import { ird } from '../../../src/clinical/phases/ird.ts';
import { logResponseRatio } from '../../../src/clinical/phases/log-response-ratio.ts';
import { median } from '../../../src/clinical/phases/median.ts';
import { moments } from '../../../src/clinical/phases/moments.ts';
import { napStandardError } from '../../../src/clinical/phases/nap-standard-error.ts';
import { nap } from '../../../src/clinical/phases/nap.ts';
import { newcombeInterval } from '../../../src/clinical/phases/newcombe-interval.ts';
import { normalEstimate } from '../../../src/clinical/phases/normal-estimate.ts';
import { pand } from '../../../src/clinical/phases/pand.ts';
import { pem } from '../../../src/clinical/phases/pem.ts';
import { pnd } from '../../../src/clinical/phases/pnd.ts';
import { standardizedMeanDifference } from '../../../src/clinical/phases/standardized-mean-difference.ts';
import { tauU } from '../../../src/clinical/phases/tau-u.ts';
import { tau } from '../../../src/clinical/phases/tau.ts';
import { theilSen } from '../../../src/clinical/phases/theil-sen.ts';
import { withoutBaselineTrend } from '../../../src/clinical/phases/without-baseline-trend.ts';

const before = [20, 20, 26, 25, 22, 23];
const after = [28, 25, 24, 27, 30, 30, 29];
const line = { before: [1, 2, 3, 4, 5], after: [6, 7, 8, 9, 10] };

describe('Parker, Vannest & Davis 2011', () => {
  test('NAP 38.5/42, Tau 35/42', () => {
    expect(countPairs(before, after, 'higher').improved).toBe(38.5);
    expect(nap(before, after, 'higher')?.estimate).toBeCloseTo(38.5 / 42, 12);
    expect(tau(before, after, 'higher')?.estimate).toBeCloseTo(35 / 42, 12);
  });

  test('PND 5/7, PEM 7/7, PAND 11/13, IRD 6/7 − 1/6', () => {
    expect(pnd(before, after, 'higher')).toBeCloseTo(5 / 7, 12);
    expect(pem(before, after, 'higher')).toBe(1);
    expect(pand(before, after, 'higher')).toBeCloseTo(11 / 13, 12);
    expect(ird(before, after, 'higher')).toBeCloseTo(6 / 7 - 1 / 6, 12);
  });

  test('where lower is better the same scores count the other way', () => {
    expect(nap(before, after, 'lower')?.estimate).toBeCloseTo(3.5 / 42, 12);
    expect(tau(before, after, 'lower')?.estimate).toBeCloseTo(-35 / 42, 12);
    expect(pnd(before, after, 'lower')).toBe(0);
    expect(pem(before, after, 'lower')).toBe(0);
  });

  test('errors and intervals (SingleCaseES): NAP .069, .597 to .986; Tau twice that, .195 to .972', () => {
    const ofPairs = nap(before, after, 'higher');
    expect(ofPairs?.standardError).toBeCloseTo(0.069, 4);
    expect(ofPairs?.interval.lower).toBeCloseTo(0.5973, 4);
    expect(ofPairs?.interval.upper).toBeCloseTo(0.986, 4);
    const scaled = tau(before, after, 'higher');
    expect(scaled?.standardError).toBeCloseTo(0.138, 4);
    expect(scaled?.interval.lower).toBeCloseTo(0.1946, 4);
    expect(scaled?.interval.upper).toBeCloseTo(0.972, 4);
  });

  test('means in SDs (SingleCaseES): 1.650 of the SD before, 1.876 of both; uncorrected 1.959 and 2.017', () => {
    const smd = (spread: 'before' | 'pooled', isCorrected: boolean) =>
      standardizedMeanDifference(before, after, 'higher', { spread, isCorrected });
    expect(smd('before', true)?.estimate).toBeCloseTo(1.65, 3);
    expect(smd('before', true)?.standardError).toBeCloseTo(0.6341, 4);
    expect(smd('before', false)?.estimate).toBeCloseTo(1.9593, 4);
    expect(smd('pooled', true)?.estimate).toBeCloseTo(1.8762, 4);
    expect(smd('pooled', true)?.standardError).toBeCloseTo(0.6374, 4);
    expect(smd('pooled', false)?.estimate).toBeCloseTo(2.017, 4);
  });

  test('log of the ratio of the means, 193/7 to 136/6 (SingleCaseES): .1959, corrected .1954, error .0556', () => {
    const ratio = (isCorrected: boolean) =>
      logResponseRatio(before, after, 'higher', { scale: 'other', isCorrected });
    expect(ratio(false)?.estimate).toBeCloseTo(Math.log(193 / 7 / (136 / 6)), 12);
    expect(ratio(true)?.estimate).toBeCloseTo(0.1954, 4);
    expect(ratio(true)?.standardError).toBeCloseTo(0.0556, 4);
  });

  test('the trend before is .6 from 19.4; without it Tau is 12/42, tau-b 12/√(77 · 42)', () => {
    const trend = theilSen(before);
    expect(trend?.slope).toBeCloseTo(0.6, 12);
    expect(trend?.intercept).toBeCloseTo(19.4, 12);
    expect(baselineCorrectedTau(before, after, 'higher')?.estimate).toBeCloseTo(12 / 42, 12);
    expect(baselineCorrectedTauB(before, after, 'higher')?.estimate).toBeCloseTo(12 / Math.sqrt(77 * 42), 12);
  });
});

test('Parker, Vannest, Davis & Sauber 2011: Tau 16/20, Tau-U 11/20', () => {
  const given = [[3, 3, 4, 5], [4, 5, 6, 7, 7], 'higher'] as const;
  expect(tau(...given)?.estimate).toBeCloseTo(16 / 20, 12);
  expect(tauU(...given)).toBeCloseTo(11 / 20, 12);
});

test('Parker & Vannest 2009: NAP .96, with SingleCaseES .75 to 1.00', () => {
  const ofPairs = nap([4, 3, 4, 3, 4, 7, 5, 2, 3, 2], [5, 9, 7, 9, 7, 5, 9, 11, 11, 10, 9], 'higher');
  expect(ofPairs?.estimate).toBeCloseTo(0.96, 2);
  expect(ofPairs?.standardError).toBeCloseTo(0.0319, 4);
  expect(ofPairs?.interval.lower).toBeCloseTo(0.75, 4);
  expect(ofPairs?.interval.upper).toBeCloseTo(0.9951, 4);
});

describe('Tarlow 2017, a straight line through both phases', () => {
  test('Tau 1, Tau-U .6, Tau-BC 0: nothing is left of the change without the trend', () => {
    expect(tau(line.before, line.after, 'higher')?.estimate).toBe(1);
    expect(tauU(line.before, line.after, 'higher')).toBeCloseTo(0.6, 12);
    expect(baselineCorrectedTau(line.before, line.after, 'higher')?.estimate).toBe(0);
  });

  test('all residuals are tied: there is no tau-b', () => {
    expect(baselineCorrectedTauB(line.before, line.after, 'higher')).toBeNull();
  });

  test('a line in tenths is tied too, though its residuals differ in the last digit', () => {
    const tenths = (scores: readonly number[]) => scores.map((score) => 0.3 + score / 10);
    const left = withoutBaselineTrend(tenths(line.before), tenths(line.after));
    expect(new Set([...(left?.before ?? []), ...(left?.after ?? [])]).size).toBeGreaterThan(1);
    expect(baselineCorrectedTau(tenths(line.before), tenths(line.after), 'higher')?.estimate).toBe(0);
  });
});

test('Tau-U can exceed 1: every pair rises although the scores before fall', () => {
  expect(tauU([4, 3, 2, 1], [5, 6], 'higher')).toBeCloseTo((8 + 6) / 8, 12);
});

describe('ties', () => {
  test('PEM counts a tie with the median one half', () => {
    expect(pem([10, 10, 11, 10], [10, 9, 9, 10, 8, 8], 'lower')).toBeCloseTo(5 / 6, 12);
  });

  test('PND does not count a tie with the best', () => {
    expect(pnd([5, 4], [4, 3], 'lower')).toBe(0.5);
  });

  test('one score throughout: no difference, and nothing to count it in', () => {
    const same = [[0.1, 0.1, 0.1], [0.1, 0.1, 0.1], 'lower'] as const;
    expect(nap(...same)?.estimate).toBe(0.5);
    expect(tau(...same)?.estimate).toBe(0);
    expect(tauU(...same)).toBeCloseTo(0, 12);
    expect(pem(...same)).toBe(0.5);
    expect(ird(...same)).toBeCloseTo(0, 12);
    expect(standardizedMeanDifference(...same, { spread: 'before', isCorrected: true })).toBeNull();
    expect(standardizedMeanDifference(...same, { spread: 'pooled', isCorrected: true })).toBeNull();
    expect(moments(same[0]).variance).toBe(0);
  });
});

describe('Newcombe’s interval', () => {
  test('its ends solve the equation, and mirror each other', () => {
    const [m, n, improved] = [6, 7, 38.5];
    const h = (m + n) / 2 - 1;
    const z = 1.959963984540054;
    const p = improved / (m * n);
    const { lower, upper } = newcombeInterval(improved, m, n);
    for (const x of [lower, upper]) {
      const left = m * n * (p - x) ** 2 * (2 - x) * (1 + x);
      expect(left).toBeCloseTo(z ** 2 * x * (1 - x) * (2 + h + (1 + 2 * h) * x * (1 - x)), 12);
    }
    const mirrored = newcombeInterval(m * n - improved, m, n);
    expect(mirrored.lower).toBeCloseTo(1 - upper, 14);
    expect(mirrored.upper).toBeCloseTo(1 - lower, 14);
  });

  test('nothing overlaps: the upper end is 1, and the lower one still depends on how many scores there are', () => {
    const [few, more] = [newcombeInterval(20, 4, 5), newcombeInterval(25, 5, 5)];
    expect([few.upper, more.upper]).toEqual([1, 1]);
    expect(few.lower).toBeCloseTo(0.6115, 4);
    expect(more.lower).toBeCloseTo(0.6427, 4);
  });
});

describe('what does not exist is null', () => {
  test('a phase without a score', () => {
    for (const [earlier, later] of [
      [[], [1, 2]],
      [[1, 2], []],
      [[], []],
    ] as const) {
      for (const index of [
        nap,
        tau,
        tauU,
        pnd,
        pem,
        pand,
        ird,
        baselineCorrectedTau,
        baselineCorrectedTauB,
      ]) {
        expect(index(earlier, later, 'lower')).toBeNull();
      }
      for (const isCorrected of [true, false]) {
        const [spread, scale] = ['pooled', 'count'] as const;
        expect(standardizedMeanDifference(earlier, later, 'lower', { spread, isCorrected })).toBeNull();
        expect(logResponseRatio(earlier, later, 'lower', { scale, isCorrected })).toBeNull();
      }
    }
    expect(median([])).toBeNull();
  });

  test('a phase with one score: a share of pairs and its interval, without an error', () => {
    expect(nap([18], [15, 12, 10], 'lower')).toMatchObject({ estimate: 1, standardError: null });
    expect(nap([18], [15, 12, 10], 'lower')?.interval.lower).toBeCloseTo(0.3216, 4);
    expect(napStandardError(countPairs([18, 17, 19], [12], 'lower'))).toBeNull();
    expect(theilSen([18])).toBeNull();
    expect(baselineCorrectedTau([18], [15, 12, 10], 'lower')).toBeNull();
  });

  test('the error of a difference whose second phase has one score', () => {
    const options = { spread: 'before', isCorrected: true } as const;
    expect(standardizedMeanDifference([18, 17, 19], [12], 'lower', options)).toEqual({
      estimate: expect.closeTo(24 / 7, 12) as number,
      standardError: null,
      interval: null,
    });
  });

  test('a correction for few scores that leaves nothing: two scores before', () => {
    const options = { spread: 'before', isCorrected: true } as const;
    expect(standardizedMeanDifference([18, 16], [12, 11], 'lower', options)).toBeNull();
  });

  test('the ratio to a mean of 0, unless it counts events, and of scores below 0', () => {
    const ratio = (earlier: readonly number[], later: readonly number[], scale: 'count' | 'other') =>
      logResponseRatio(earlier, later, 'lower', { scale, isCorrected: true });
    expect(ratio([4, 5, 3, 6], [0, 0, 0, 0], 'other')).toBeNull();
    expect(ratio([4, 5, 3, 6], [0, 0, 0, 0], 'count')?.estimate).toBeCloseTo(3.4688, 4);
    expect(ratio([4, 5, 3, 6], [-1, 0, 2, 0], 'count')).toBeNull();
  });

  test('an estimate that is not finite', () => {
    expect(normalEstimate(NaN, 1)).toBeNull();
    expect(normalEstimate(Infinity, 1)).toBeNull();
    expect(normalEstimate(2, NaN)).toEqual({ estimate: 2, standardError: null, interval: null });
    expect(normalEstimate(2, 1)?.interval?.upper).toBeCloseTo(3.959964, 6);
  });
});
