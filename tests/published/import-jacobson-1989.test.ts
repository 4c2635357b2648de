// 30 couples before and after (Jacobson 1989): times are words, scores have halves.
import { afterAll, describe, expect, test } from 'vitest';
import type { Better } from '../../src/clinical/instruments/instrument.ts';
import { expectNothingNew, importPublished, isThere } from './import-kit.ts';
import { reportOracle } from './oracles.ts';

const file = 'data/clinicalsignificance_jacobson_1989.csv';
const ranges = {
  das: { range: { min: 0, max: 151 }, better: 'higher' as Better },
  gds: { range: { min: 0, max: 100 }, better: 'lower' as Better },
};

let ran = 0;
afterAll(() => reportOracle(file, ran));

describe.runIf(isThere(file))('jacobson_1989', () => {
  test('imports cleanly, with "pre" before "post" and no date invented', async () => {
    const { mapping, planned } = await importPublished(file, ranges);
    expect(mapping.timeLabels).toEqual([
      { label: 'pre', number: 1 },
      { label: 'post', number: 2 },
    ]);
    expect(planned.problems).toEqual([]);
    expect(planned.counts).toMatchObject({ rows: 60, newClients: 30, scores: 60 + 56, emptyCells: 4 });
    const first = planned.clients[0]?.entries.map((entry) => [
      entry.occurredOn,
      entry.sessionNumber,
      entry.enteredTotal,
    ]);
    expect(first).toEqual([
      [null, 1, 90.5],
      [null, 1, 68],
      [null, 2, 97],
      [null, 2, 62.5],
    ]);
    ran += 1;
  });

  test('a second import adds nothing', async () => {
    await expectNothingNew(await importPublished(file, ranges));
    ran += 1;
  });
});

if (!isThere(file)) test.skip('jacobson_1989 is skipped: the oracle folder is absent', () => {});
