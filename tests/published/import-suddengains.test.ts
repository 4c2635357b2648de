// 43 cases, a column per session and measure (suddengains): bdi_s0…bdi_s12, then two follow-ups.
import { afterAll, describe, expect, test } from 'vitest';
import type { Better } from '../../src/clinical/instruments/instrument.ts';
import { expectNothingNew, importPublished, isThere } from './import-kit.ts';
import { readOracleText, reportOracle } from './oracles.ts';

const file = 'data/series_suddengains_sgdata.csv';
const ranges = {
  bdi: { range: { min: 0, max: 63 }, better: 'lower' as Better },
  rq: { range: { min: 0, max: 100 }, better: 'lower' as Better },
};

let ran = 0;
afterAll(() => reportOracle(file, ran));

/** Counted without our reader: every cell after the id that is not empty. */
function filledCells(): number {
  const [, ...lines] = (readOracleText(file) ?? '').trim().split(/\r?\n/);
  return lines.flatMap((line) => line.split(',').slice(1)).filter((cell) => cell !== '').length;
}

describe.runIf(isThere(file))('suddengains', () => {
  test('imports a wide table: sessions keep their numbers and follow-ups come after them', async () => {
    const { mapping, planned } = await importPublished(file, ranges);
    expect(mapping.measures.map(({ key }) => key)).toEqual(['bdi', 'rq']);
    expect(mapping.timeLabels.map(({ label, number }) => `${label}=${number}`).join(' ')).toBe(
      's0=0 s1=1 s2=2 s3=3 s4=4 s5=5 s6=6 s7=7 s8=8 s9=9 s10=10 s11=11 s12=12 fu1=13 fu2=14',
    );
    expect(planned.problems).toEqual([]);
    expect(planned.counts).toMatchObject({ rows: 43, newClients: 43, scores: filledCells() });
    const first = planned.clients[0]?.entries ?? [];
    expect(first.slice(0, 3).map((entry) => [entry.sessionNumber, entry.enteredTotal])).toEqual([
      [0, 33],
      [1, 35],
      [2, 37],
    ]);
    ran += 1;
  });

  test('a second import adds nothing', async () => {
    await expectNothingNew(await importPublished(file, ranges));
    ran += 1;
  });
});

if (!isThere(file)) test.skip('suddengains is skipped: the oracle folder is absent', () => {});
