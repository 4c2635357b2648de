// Each formula on an example in print. Jacobson & Truax 1991 work with one client of a marital therapy (32.5 → 47.5 on
// the Dyadic Adjustment Scale; SD 7.5, reliability .80, clinical mean 40, functional mean 60) and print SE 3.35,
// S_diff 4.74, RC 3.16 and a = 55, b = 45, c = 50. Where another formula needs only the same published figures, the
// arithmetic is written out beside it.
import { describe, expect, test } from 'vitest';
import { oneSidedCriticalValue, twoSidedCriticalValue } from '../../../src/clinical/change/critical-value.ts';
import { cutOffA } from '../../../src/clinical/change/cut-off-a.ts';
import { cutOffB } from '../../../src/clinical/change/cut-off-b.ts';
import { cutOffC } from '../../../src/clinical/change/cut-off-c.ts';
import { edwardsNunnally } from '../../../src/clinical/change/edwards-nunnally.ts';
import { gulliksenLordNovick } from '../../../src/clinical/change/gulliksen-lord-novick.ts';
import { hagemanArrindellBeyondCutOff } from '../../../src/clinical/change/hageman-arrindell-beyond-cut-off.ts';
import { hagemanArrindell } from '../../../src/clinical/change/hageman-arrindell.ts';
import { hsuLinnLord } from '../../../src/clinical/change/hsu-linn-lord.ts';
import { jacobsonTruax } from '../../../src/clinical/change/jacobson-truax.ts';
import { normalQuantile } from '../../../src/clinical/change/normal-quantile.ts';
import { nunnallyKotsch } from '../../../src/clinical/change/nunnally-kotsch.ts';
import { rawChangeNeeded } from '../../../src/clinical/change/raw-change-needed.ts';
import {
  reliabilityAtSd,
  reliabilityOfDifference,
} from '../../../src/clinical/change/reliability-of-difference.ts';
import {
  standardErrorOfDifference,
  standardErrorOfMeasurement,
  standardErrorOfPrediction,
} from '../../../src/clinical/change/standard-errors.ts';
import { trueScore, trueScoreSd } from '../../../src/clinical/change/true-score.ts';

const client = { pre: 32.5, post: 47.5 };
const group = { meanPre: 40, sdPre: 7.5, reliability: 0.8 };

describe('Jacobson & Truax 1991, the worked example', () => {
  test('SE 3.35, S_diff 4.74, RC 3.16', () => {
    expect(standardErrorOfMeasurement(7.5, 0.8)).toBeCloseTo(3.35, 2);
    expect(standardErrorOfDifference(7.5, 0.8)).toBeCloseTo(4.74, 2);
    expect(jacobsonTruax({ ...client, sd: 7.5, reliability: 0.8 })).toBeCloseTo(3.16, 2);
  });

  test('cut-offs a = 55, b = 45, c = 50', () => {
    const clinical = { mean: 40, sd: 7.5 };
    const functional = { mean: 60, sd: 7.5 };
    expect(cutOffA(clinical, 'higher')).toBe(55);
    expect(cutOffB(functional, 'higher')).toBe(45);
    expect(cutOffC(clinical, functional)).toBe(50);
  });

  test('mirrored for a measure where lower is better', () => {
    const clinical = { mean: 60, sd: 7.5 };
    const functional = { mean: 40, sd: 7.5 };
    expect(cutOffA(clinical, 'lower')).toBe(45);
    expect(cutOffB(functional, 'lower')).toBe(55);
    expect(cutOffC(clinical, functional)).toBe(50);
  });
});

test('cut-off b takes the functional SD: OQ-45 norms 68.35 (22.33) and 50 (22), Bauer, Lambert & Nielsen 2004', () => {
  const clinical = { mean: 68.35, sd: 22.33 };
  const functional = { mean: 50, sd: 22 };
  expect(cutOffB(functional, 'lower')).toBe(94);
  expect(cutOffB(functional, 'lower')).not.toBe(50 + 2 * clinical.sd);
});

test('the CORE-10 norms 4.7 (4.8) and 19.7 (7.7) give its published cut-off c, 10.46', () => {
  expect(cutOffC({ mean: 19.7, sd: 7.7 }, { mean: 4.7, sd: 4.8 })).toBeCloseTo(10.46, 2);
});

test('SD 7.5 and reliability .80 need 9.296925 points (CECPfuns getRCIfromSDandAlpha, its own published check)', () => {
  expect(rawChangeNeeded({ sd: 7.5, reliability: 0.8, confidence: 0.95 })).toBeCloseTo(9.296925484568419, 12);
});

test('the CORE-10, SD 7.7 and alpha .90, needs about 6.75 points at 95% and 5.66 at 90%', () => {
  expect(rawChangeNeeded({ sd: 7.7, reliability: 0.9, confidence: 0.95 })).toBeCloseTo(6.75, 2);
  expect(rawChangeNeeded({ sd: 7.7, reliability: 0.9, confidence: 0.9 })).toBeCloseTo(5.66, 2);
});

describe('indices that allow for regression to the mean, on the same client', () => {
  test('Gulliksen–Lord–Novick: (7.5 − .8 · (−7.5)) / (7.5 · .6) = 13.5 / 4.5 = 3', () => {
    expect(standardErrorOfPrediction(7.5, 0.8)).toBeCloseTo(4.5, 12);
    expect(gulliksenLordNovick({ ...client, ...group })).toBeCloseTo(3, 12);
  });

  test('Hsu–Linn–Lord with a group that moved from 40 to 44.5: (13.5 − 4.5) / 4.5 = 2', () => {
    expect(hsuLinnLord({ ...client, ...group, meanPost: 44.5 })).toBeCloseTo(2, 12);
  });

  test('Hsu–Linn–Lord is Gulliksen–Lord–Novick for a group that stayed where it was', () => {
    expect(hsuLinnLord({ ...client, ...group, meanPost: 40 })).toBeCloseTo(3, 12);
  });

  test('Edwards–Nunnally: the true start is 34; (47.5 − 34) / 3.354 = 4.025', () => {
    expect(trueScore(32.5, 40, 0.8)).toBeCloseTo(34, 12);
    expect(edwardsNunnally({ ...client, ...group })).toBeCloseTo(13.5 / Math.sqrt(11.25), 12);
  });

  test('Nunnally–Kotsch: 13.5 / √(.64 · 11.25 + 11.25) = 13.5 / √18.45 = 3.143', () => {
    expect(nunnallyKotsch({ ...client, ...group, reliabilityPost: 0.8 })).toBeCloseTo(
      13.5 / Math.sqrt(18.45),
      12,
    );
  });
});

describe('Hageman & Arrindell 1999, on the same client with a group that improved', () => {
  // s_E² = 11.25; SDs 7.5 and 7.5, r₁₂ = .5: r_DD = (45 + 45 − 56.25) / (56.25 + 56.25 − 56.25) = .6.
  const both = { ...group, meanPost: 50, sdPost: 7.5, correlation: 0.5 };

  test('the reliability of the difference scores is .6', () => {
    expect(reliabilityOfDifference(both)).toBeCloseTo(0.6, 12);
  });

  test('RC = (15 · .6 + 10 · .4) / (√.6 · √22.5) = 13 / √13.5 = 3.538', () => {
    expect(hagemanArrindell({ ...client, ...both })).toBeCloseTo(13 / Math.sqrt(13.5), 12);
  });

  test('the true end is 48; beyond a cut-off of 45 by 3 / (√.8 · √11.25) = 1: not yet sure', () => {
    const beyond = hagemanArrindellBeyondCutOff({ ...both, post: 47.5, cutOff: 45 });
    expect(beyond).toBeCloseTo(1, 12);
    expect(beyond).toBeLessThan(oneSidedCriticalValue(0.95));
  });

  test('a group with a larger SD and the same error is measured more reliably', () => {
    expect(reliabilityAtSd(7.5, Math.sqrt(11.25))).toBeCloseTo(0.8, 12);
    expect(reliabilityAtSd(15, Math.sqrt(11.25))).toBeCloseTo(0.95, 12);
  });

  test('cut-off a of true scores: OQ-45 68.35 − 2 · 22.33 · √.93 = 25.28', () => {
    expect(cutOffA({ mean: 68.35, sd: trueScoreSd(22.33, 0.93) }, 'lower')).toBeCloseTo(25.28, 2);
  });
});

describe('critical values', () => {
  test('95% is 1.959964 two-sided (not 1.96) and 1.644854 one-sided', () => {
    expect(twoSidedCriticalValue(0.95)).toBeCloseTo(1.959963984540054, 14);
    expect(oneSidedCriticalValue(0.95)).toBeCloseTo(1.6448536269514722, 14);
  });

  test.each([
    [0.5, 0],
    [0.6, 0.2533471031357998],
    [0.9, 1.2815515655446008],
    [0.995, 2.5758293035489],
    [0.0001, -3.71901648545568],
    [0.999999, 4.753424308817089],
    [1e-10, -6.361340902404056],
    [1e-15, -7.941345326170998],
  ])('the %f quantile of the normal distribution is %f', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 12);
  });

  test.each([0, 1, -0.5, Number.NaN])('there is no quantile of %f', (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});
