// Baseline-corrected Tau against exact fractions: tied residuals really are tied there.
import { afterAll, describe, expect, test } from 'vitest';
import { baselineCorrectedTauB } from '../../src/clinical/phases/baseline-corrected-tau-b.ts';
import { baselineCorrectedTau } from '../../src/clinical/phases/baseline-corrected-tau.ts';
import { newcombeInterval } from '../../src/clinical/phases/newcombe-interval.ts';
import { withoutBaselineTrend } from '../../src/clinical/phases/without-baseline-trend.ts';
import { readOracle, reportOracle } from './oracles.ts';
import { betterOf, type PhaseCase } from './phase-oracle.ts';

interface TauBcCase extends Pick<PhaseCase, 'id' | 'improvement' | 'A' | 'B'> {
  readonly theil_sen_slope: number;
  readonly theil_sen_intercept: number;
  readonly S: number;
  readonly tied_pairs_in_residuals: number;
  readonly tau_bc_tau_a: number;
  readonly tau_bc_tau_b: number | null;
  readonly tau_b_SE_tarlow: number | null;
}

const file = 'expected/phases-tau-bc.json';
const oracle = readOracle<{ readonly cases: readonly TauBcCase[] }>(file);
const decimals = 12;

describe.skipIf(!oracle)('baseline-corrected Tau in exact fractions', () => {
  let ran = 0;
  afterAll(() => {
    if (oracle) reportOracle(file, ran);
  });

  test.each(oracle?.cases ?? [])('$id', (given) => {
    const { A, B } = given;
    const better = betterOf(given.improvement);
    const left = withoutBaselineTrend(A, B);
    expect(left?.trend.slope).toBeCloseTo(given.theil_sen_slope, decimals);
    expect(left?.trend.intercept).toBeCloseTo(given.theil_sen_intercept, decimals);
    const residuals = left ? [...left.before, ...left.after] : [];
    const tiedPairs = residuals.flatMap((a, i) =>
      residuals.slice(i + 1).filter((b) => Math.abs(a - b) <= (left?.tiedWithin ?? NaN)),
    );
    expect(tiedPairs).toHaveLength(given.tied_pairs_in_residuals);

    const tauA = baselineCorrectedTau(A, B, better);
    const pairs = A.length * B.length;
    expect(tauA?.estimate).toBeCloseTo(given.tau_bc_tau_a, decimals);
    expect((tauA?.estimate ?? NaN) * pairs).toBeCloseTo(given.S, decimals);
    const { lower, upper } = newcombeInterval((given.S + pairs) / 2, A.length, B.length);
    expect(tauA?.interval.lower).toBeCloseTo(2 * lower - 1, decimals);
    expect(tauA?.interval.upper).toBeCloseTo(2 * upper - 1, decimals);

    const tauB = baselineCorrectedTauB(A, B, better);
    if (given.tau_bc_tau_b === null) expect(tauB).toBeNull();
    else expect(tauB?.estimate).toBeCloseTo(given.tau_bc_tau_b, decimals);
    if (given.tau_b_SE_tarlow !== null) {
      expect(tauB?.standardError).toBeCloseTo(given.tau_b_SE_tarlow, decimals);
    }
    ran += 1;
  });
});

if (!oracle) {
  reportOracle(file, 0);
  test.skip('baseline-corrected Tau in exact fractions: the oracle folder is absent', () => {});
}
