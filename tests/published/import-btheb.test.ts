// 100 people, five times, 120 gaps (the BtheB trial): an empty cell is a gap, a 0 is a score.
import { afterAll, describe, expect, test } from 'vitest';
import type { Better } from '../../src/clinical/instruments/instrument.ts';
import { expectNothingNew, importPublished, isThere } from './import-kit.ts';
import { reportOracle } from './oracles.ts';

const file = 'data/series_BtheB_bdi_long.csv';
const ranges = { bdi: { range: { min: 0, max: 63 }, better: 'lower' as Better } };

let ran = 0;
afterAll(() => reportOracle(file, ran));

describe.runIf(isThere(file))('BtheB', () => {
  test('imports 380 scores and counts 120 empty cells, none of them as 0', async () => {
    const { planned } = await importPublished(file, ranges);
    expect(planned.problems).toEqual([]);
    expect(planned.counts).toMatchObject({
      rows: 500,
      newClients: 100,
      scores: 380,
      emptyCells: 120,
      missingCells: 0,
    });
    const entries = planned.clients.flatMap((client) => client.entries);
    expect(new Set(entries.map(({ sessionNumber }) => sessionNumber))).toEqual(new Set([0, 2, 3, 5, 8]));
    expect(entries.filter(({ enteredTotal }) => enteredTotal === 0).length).toBeGreaterThan(0);
    ran += 1;
  });

  test('a second import adds nothing', async () => {
    await expectNothingNew(await importPublished(file, ranges));
    ran += 1;
  });
});

if (!isThere(file)) test.skip('BtheB is skipped: the oracle folder is absent', () => {});
