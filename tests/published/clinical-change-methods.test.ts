// The methods beside Jacobson–Truax, on figures in print. The papers themselves (Hsu 1989; Speer 1992; Nunnally & Kotsch
// 1983; Hageman & Arrindell 1999; the comparisons of McGlinchey 2002, Atkins 2005, Bauer 2004, Wise 2004) could not be
// read in full, and no client worked through by hand was found for GLN, HLL, EN, NK or HA. What is in print and was read is
// the R package clinicalsignificance (CRAN, B. Claus): its unit tests (tests/testthat/test-calc_rci.R) give the scores and
// norms of invented people and write each formula out a second time; its snapshots (tests/testthat/_snaps/
// cs_distribution.md) print how many of 40 real inpatients improved by each method. Both are used here; the arithmetic of the
// first is written out, so that it can be checked without either program.
import Papa from 'papaparse';
import { mean, sampleCorrelation, sampleStandardDeviation } from 'simple-statistics';
import { afterAll, describe, expect, test } from 'vitest';
import { oneSidedCriticalValue, twoSidedCriticalValue } from '../../src/clinical/change/critical-value.ts';
import { edwardsNunnally } from '../../src/clinical/change/edwards-nunnally.ts';
import { gulliksenLordNovick } from '../../src/clinical/change/gulliksen-lord-novick.ts';
import { hagemanArrindell } from '../../src/clinical/change/hageman-arrindell.ts';
import { hsuLinnLord } from '../../src/clinical/change/hsu-linn-lord.ts';
import { jacobsonTruax } from '../../src/clinical/change/jacobson-truax.ts';
import { nunnallyKotsch } from '../../src/clinical/change/nunnally-kotsch.ts';
import {
  reliabilityAtSd,
  reliabilityOfDifference,
} from '../../src/clinical/change/reliability-of-difference.ts';
import type { PreAndPostGroup } from '../../src/clinical/change/reliability-of-difference.ts';
import { readOracleText, reportOracle } from './oracles.ts';

const reliability = 0.8;
const starts = [30, 20, 10, 8, 6, 4, 2];

describe('clinicalsignificance, test-calc_rci.R: seven invented people, reliability .80', () => {
  test('GLN, mean 5, SD 7, everyone ends at 2: (−3 − .8 · (x − 5)) / (7 · √(1 − .64)) with 7 · .6 = 4.2', () => {
    const group = { meanPre: 5, sdPre: 7, reliability };
    const indices = starts.map((pre) => gulliksenLordNovick({ ...group, pre, post: 2 }));
    const byHand = [-23, -15, -7, -5.4, -3.8, -2.2, -0.6].map((adjusted) => adjusted / 4.2);
    expectClose(indices, byHand);
    expect(indices[0]).toBeCloseTo(-5.476, 3);
  });

  test('HLL, means 10 and 7, SD 5: (y − 7 − .8 · (x − 10)) / (5 · .6)', () => {
    const group = { meanPre: 10, sdPre: 5, meanPost: 7, reliability };
    const ends = [3, 2, 2, 2, 2, 2, 1];
    const indices = starts.map((pre, i) => hsuLinnLord({ ...group, pre, post: ends[i] ?? NaN }));
    const byHand = [-20, -13, -5, -3.4, -1.8, -0.2, 0.4].map((adjusted) => adjusted / 3);
    expectClose(indices, byHand);
  });

  test('EN, mean 10, SD 5, everyone ends at 2: true starts 26, 18, 10 …; (2 − true start) / (5 · √.2)', () => {
    const group = { meanPre: 10, sdPre: 5, reliability };
    const indices = starts.map((pre) => edwardsNunnally({ ...group, pre, post: 2 }));
    const byHand = [-24, -16, -8, -6.4, -4.8, -3.2, -1.6].map((adjusted) => adjusted / Math.sqrt(5));
    expectClose(indices, byHand);
    expect(indices[0]).toBeCloseTo(-10.733, 3);
  });

  test('NK, both reliabilities .80: the same differences / √(.64 · 25 · .2 + 25 · .2) = √8.2', () => {
    const group = { meanPre: 10, sdPre: 5, reliability, reliabilityPost: 0.8 };
    const indices = starts.map((pre) => nunnallyKotsch({ ...group, pre, post: 2 }));
    const byHand = [-24, -16, -8, -6.4, -4.8, -3.2, -1.6].map((adjusted) => adjusted / Math.sqrt(8.2));
    expectClose(indices, byHand);
    expect(indices[0]).toBeCloseTo(-8.381, 3);
  });

  test('HA, means 10 and 7, SDs 5 and 6', () => {
    const ends = [3, 2, 2, 2, 2, 2, 1];
    // Sums of products about the means 80/7 and 2: Σxy = 28, Σxx = 4240/7, Σyy = 2, so r₁₂ = 28 / √(8480/7) = .804.
    const correlation = 28 / Math.sqrt(8480 / 7);
    expect(sampleCorrelation(starts, ends)).toBeCloseTo(correlation, 12);
    // s_E² = 25 · .2 = 5; r₂ = (36 − 5) / 36.
    expect(reliabilityAtSd(6, Math.sqrt(5))).toBeCloseTo(31 / 36, 12);
    // r_DD = (25 · .8 + 36 · 31/36 − 60 · r₁₂) / (25 + 36 − 60 · r₁₂) = (51 − 48.268) / (61 − 48.268) = .2146.
    const group = { meanPre: 10, sdPre: 5, meanPost: 7, sdPost: 6, correlation, reliability };
    const ofChange = (51 - 60 * correlation) / (61 - 60 * correlation);
    expect(reliabilityOfDifference(group)).toBeCloseTo(ofChange, 12);
    expect(ofChange).toBeCloseTo(0.2146, 4);
    // RC = ((y − x) · r_DD − 3 · (1 − r_DD)) / (√r_DD · √10); for 30 → 3: (−5.793 − 2.356) / 1.465 = −5.564.
    const indices = starts.map((pre, i) => hagemanArrindell({ ...group, pre, post: ends[i] ?? NaN }));
    const byHand = [-27, -18, -8, -6, -4, -2, -1].map(
      (change) => (change * ofChange - 3 * (1 - ofChange)) / Math.sqrt(ofChange * 10),
    );
    expectClose(indices, byHand);
    expect(indices[0]).toBeCloseTo(-5.564, 3);
  });
});

const file = 'data/clinicalsignificance_claus_2020.csv';
const study = readOracleText(file);

describe.skipIf(study === null)(
  'clinicalsignificance, cs_distribution.md: 40 inpatients, Hamilton scale',
  () => {
    let ran = 0;
    afterAll(() => {
      if (study !== null) reportOracle(file, ran);
    });

    const twoSided = twoSidedCriticalValue(0.95);

    test.each([
      { method: 'JT', index: jacobsonTruax, critical: twoSided, printed: [29, 10, 1] },
      { method: 'EN', index: edwardsNunnally, critical: twoSided, printed: [32, 5, 3] },
      { method: 'HLL', index: hsuLinnLord, critical: twoSided, printed: [12, 16, 12] },
      { method: 'GLN', index: gulliksenLordNovick, critical: twoSided, printed: [29, 10, 1] },
      { method: 'NK', index: nunnallyKotsch, critical: twoSided, printed: [28, 11, 1] },
      { method: 'HA', index: hagemanArrindell, critical: oneSidedCriticalValue(0.95), printed: [32, 7, 1] },
    ])('$method: improved, unchanged, deteriorated $printed', ({ index, critical, printed }) => {
      const clients = readClients(study ?? '');
      const group = groupOf(clients);
      const indices = clients.map((client) =>
        index({ ...group, ...client, sd: group.sdPre, reliabilityPost: 0.5 }),
      );
      const improved = indices.filter((rc) => rc < -critical).length;
      const deteriorated = indices.filter((rc) => rc > critical).length;
      expect([improved, indices.length - improved - deteriorated, deteriorated]).toEqual(printed);
      ran += 1;
    });
  },
);

interface Client {
  readonly pre: number;
  readonly post: number;
}

function groupOf(clients: readonly Client[]): PreAndPostGroup {
  const [pre, post] = [clients.map((client) => client.pre), clients.map((client) => client.post)];
  return {
    meanPre: mean(pre),
    sdPre: sampleStandardDeviation(pre),
    meanPost: mean(post),
    sdPost: sampleStandardDeviation(post),
    correlation: sampleCorrelation(pre, post),
    reliability,
  };
}

function readClients(text: string): Client[] {
  const rows = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
  const at = (id: string | undefined, time: string): number =>
    Number(rows.find((row) => row['id'] === id && row['time'] === time)?.['hamd'] || NaN);
  return [...new Set(rows.map((row) => row['id']))]
    .map((id) => ({ pre: at(id, '1'), post: at(id, '4') }))
    .filter((client) => Number.isFinite(client.pre) && Number.isFinite(client.post));
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(actual[i]).toBeCloseTo(value, 12);
}

if (study === null) {
  reportOracle(file, 0);
  test.skip('40 inpatients by every method: the oracle folder is absent', () => {});
}
