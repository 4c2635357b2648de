// Intervals of NAP and Tau for the same 19 series, to machine precision.
import { afterAll, describe, expect, test } from 'vitest';
import { nap } from '../../src/clinical/phases/nap.ts';
import { tau } from '../../src/clinical/phases/tau.ts';
import { readOracle, reportOracle } from './oracles.ts';
import { betterOf, readPhaseCases } from './phase-oracle.ts';

interface IntervalCase {
  readonly id: string;
  readonly nA: number;
  readonly nB: number;
  readonly NAP: number;
  readonly CI95_lower: number;
  readonly CI95_upper: number;
  readonly Tau: number;
  readonly Tau_CI95_lower: number;
  readonly Tau_CI95_upper: number;
}

const file = 'expected/phases-nap-ci.json';
const oracle = readOracle<{ readonly cases: readonly IntervalCase[] }>(file);
const seriesById = new Map(readPhaseCases()?.map((given) => [given.id, given]));
const decimals = 12;

describe.skipIf(!oracle)('19 intervals of NAP and Tau', () => {
  let ran = 0;
  afterAll(() => {
    if (oracle) reportOracle(file, ran);
  });

  test('there are 19', () => {
    expect(oracle?.cases).toHaveLength(19);
  });

  test.each(oracle?.cases ?? [])('$id', (given) => {
    const { A = [], B = [], improvement = 'increase' } = seriesById.get(given.id) ?? {};
    expect([A.length, B.length]).toEqual([given.nA, given.nB]);
    const ofPairs = nap(A, B, betterOf(improvement));
    expect(ofPairs?.estimate).toBeCloseTo(given.NAP, decimals);
    expect(ofPairs?.interval.lower).toBeCloseTo(given.CI95_lower, decimals);
    expect(ofPairs?.interval.upper).toBeCloseTo(given.CI95_upper, decimals);
    const scaled = tau(A, B, betterOf(improvement));
    expect(scaled?.estimate).toBeCloseTo(given.Tau, decimals);
    expect(scaled?.interval.lower).toBeCloseTo(given.Tau_CI95_lower, decimals);
    expect(scaled?.interval.upper).toBeCloseTo(given.Tau_CI95_upper, decimals);
    ran += 1;
  });
});

if (!oracle) {
  reportOracle(file, 0);
  test.skip('19 intervals of NAP and Tau: the oracle folder is absent', () => {});
}
