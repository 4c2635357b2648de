// 43 inpatients, four times (Claus et al. 2020): a row per time, a column per measure, gaps as empty cells.
import { afterAll, describe, expect, test } from 'vitest';
import type { ChangeStatus } from '../../src/clinical/change/classify-change.ts';
import type { Better } from '../../src/clinical/instruments/instrument.ts';
import { scoreTotal } from '../../src/clinical/scoring/score-response.ts';
import { judge } from '../../src/clinical/verdict/judge.ts';
import type { ScorePoint } from '../../src/clinical/verdict/score-point.ts';
import { seriesOf } from '../../src/clinical/verdict/series.ts';
import type { ImportPlan } from '../../src/exchange/import/import-plan.ts';
import type { ResponseEntry } from '../../src/records/entry.ts';
import { expectNothingNew, importPublished, isThere } from './import-kit.ts';
import { readOracle, reportOracle } from './oracles.ts';

const file = 'data/clinicalsignificance_claus_2020.csv';
const ranges = {
  bdi: { range: { min: 0, max: 63 }, better: 'lower' as Better },
  hamd: { range: { min: 0, max: 52 }, better: 'lower' as Better },
  who: { range: { min: 0, max: 25 }, better: 'higher' as Better },
};

interface StudyCase {
  readonly id: string;
  readonly inputs: {
    readonly outcome: string;
    readonly reliability: number;
    readonly m_functional: number;
    readonly sd_functional: number;
  };
  readonly sample_statistics: { readonly m_pre: number; readonly sd_pre: number; readonly n_used: number };
  readonly expected: {
    readonly counts: Readonly<Record<string, number>>;
    readonly per_patient: readonly { readonly id: string; readonly category: string }[];
  };
}

let ran = 0;
afterAll(() => reportOracle(file, ran));

const asPoint = (entry: ResponseEntry, plan: ImportPlan): ScorePoint => {
  const instrument = plan.newMeasures.find((made) => made.instrument.id === entry.instrumentId)?.instrument;
  if (!instrument || entry.enteredTotal === null) throw new Error('an entry without its measure');
  const outcome = scoreTotal(instrument, entry.enteredTotal);
  return { ...entry, entryId: entry.id, recordedAt: entry.recordedAt.utc, outcome };
};

describe.runIf(isThere(file))('claus_2020', () => {
  test('imports every score there is, and no other, without a problem', async () => {
    const { mapping, planned } = await importPublished(file, ranges);
    expect(mapping.columns.map(({ kind }) => kind)).toEqual([
      ...['client', 'ignore', 'ignore', 'ignore', 'session'],
      ...['total', 'total', 'total', 'total'],
    ]);
    expect(planned.problems).toEqual([]);
    expect(planned.counts).toMatchObject({ rows: 172, newClients: 43, existingClients: 0, alreadyThere: 0 });
    // 172 rows × three measures, of which 9, 9 and 8 cells are empty.
    expect(planned.counts.scores).toBe(172 * 3 - 9 - 9 - 8);
    expect(planned.newMeasures.map(({ definition }) => definition.name)).toEqual(['bdi', 'who', 'hamd']);
    const entries = planned.clients.flatMap((client) => client.entries);
    expect(entries.every(({ occurredOn, mode }) => occurredOn === null && mode === 'import')).toBe(true);
    expect(new Set(entries.map(({ sessionNumber }) => sessionNumber))).toEqual(new Set([1, 2, 3, 4]));
    ran += 1;
  });

  test('a second import adds nothing', async () => {
    await expectNothingNew(await importPublished(file, ranges), ['shaps']);
    ran += 1;
  });

  test('the 40 complete clients have the study’s own status from time 1 to time 4, the other three have none', async () => {
    const cases = readOracle<{ cases: StudyCase[] }>('expected/reliable-change-by-client.json')?.cases ?? [];
    const study = cases.find(({ id }) => id === 'claus2020_hamd_JT_c');
    if (!study) throw new Error('the oracle case is gone');
    const { inputs, sample_statistics: sample, expected } = study;
    const details = {
      reliability: { coefficient: inputs.reliability, kind: 'other' as const },
      norms: {
        clinical: { mean: sample.m_pre, sd: sample.sd_pre, n: sample.n_used },
        functional: { mean: inputs.m_functional, sd: inputs.sd_functional },
      },
    };
    const { planned } = await importPublished(file, { hamd: { ...ranges.hamd, details } });
    const instrument = planned.newMeasures[0]?.instrument;
    if (!instrument) throw new Error('no measure was made');

    const statuses = new Map<string, ChangeStatus>();
    for (const { code, entries } of planned.clients) {
      const firstAndLast = entries.filter(({ sessionNumber }) => sessionNumber === 1 || sessionNumber === 4);
      const [series] = seriesOf(firstAndLast.map((entry) => asPoint(entry, planned)));
      const verdict = series && judge(instrument, series, 1);
      if (verdict?.kind === 'judged') statuses.set(code, verdict.status);
    }
    const theirs = expected.per_patient.map(({ id, category }) => [id, category.toLowerCase()] as const);
    expect(theirs).toHaveLength(40);
    expect(statuses).toEqual(
      new Map(theirs.map(([id, category]) => [id, category.replace('harmed', 'deteriorated')])),
    );
    expect(planned.clients).toHaveLength(43);
    ran += theirs.length;
  });
});

if (!isThere(file)) test.skip('claus_2020 is skipped: the oracle folder is absent', () => {});
