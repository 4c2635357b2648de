// The app's whole path on real courses (records → chart → verdict, phases around a change, outcomes), held against the formulas on
// the raw cells of the file: 43 people of suddengains, 100 of the BtheB trial. Each is given one change of course.
import Papa from 'papaparse';
import { afterAll, describe, expect, test } from 'vitest';
import { emptyCarePlan } from '../../src/app/state/care-plan.ts';
import { changeViews } from '../../src/app/state/change-views.ts';
import { deriveChart, viewMeasures } from '../../src/app/state/client-chart.ts';
import { outcomeFacts } from '../../src/app/state/outcome-facts.ts';
import { classifyChange } from '../../src/clinical/change/classify-change.ts';
import { jacobsonTruax } from '../../src/clinical/change/jacobson-truax.ts';
import { comparePhases } from '../../src/clinical/phases/compare-phases.ts';
import { effectiveEntries } from '../../src/records/effective-entries.ts';
import type { Entry, PivotEntry } from '../../src/records/entry.ts';
import { pivotsOf } from '../../src/records/pivots.ts';
import { entryId } from '../unit/records/make-entry.ts';
import { importPublished, isThere } from './import-kit.ts';
import { readOracleText, reportOracle } from './oracles.ts';

type Row = Readonly<Record<string, string>>;

/** One score of the raw file: at a session or month. */
interface Cell {
  readonly at: number;
  readonly total: number;
}

// For the arithmetic only; they are no norms of the BDI.
const [sd, coefficient, cutOff] = [10, 0.9, 14];
const bdi = {
  range: { min: 0, max: 63 },
  better: 'lower' as const,
  details: {
    sd,
    reliability: { coefficient, kind: 'alpha' as const },
    cutOff: { value: cutOff, inclusive: true },
  },
};

const isScore = (cell: string | undefined): cell is string =>
  cell !== undefined && cell !== '' && cell !== 'NA';

const wide = (rows: readonly Row[]): Map<string, Cell[]> =>
  new Map(
    rows.map((row) => [
      row['id'] ?? '',
      [...Array.from({ length: 13 }, (_, n) => `s${n}`), 'fu1', 'fu2'].flatMap((time, at) => {
        const cell = row[`bdi_${time}`];
        return isScore(cell) ? [{ at, total: Number(cell) }] : [];
      }),
    ]),
  );

function long(rows: readonly Row[]): Map<string, Cell[]> {
  const byClient = new Map<string, Cell[]>();
  for (const { id = '', month, bdi: cell } of rows) {
    const known = byClient.get(id) ?? [];
    byClient.set(id, isScore(cell) ? [...known, { at: Number(month), total: Number(cell) }] : known);
  }
  for (const cells of byClient.values()) cells.sort((a, b) => a.at - b.at);
  return byClient;
}

function rawStatus(cells: readonly Cell[]): string {
  const [first, last] = [cells[0]?.total ?? NaN, cells.at(-1)?.total ?? NaN];
  const index = jacobsonTruax({ pre: first, post: last, sd, reliability: coefficient });
  const direction = Math.abs(index) <= 1.959964 ? 'neither' : last < first ? 'better' : 'worse';
  const side = (total: number) => (total >= cutOff ? 'clinical' : 'functional');
  return classifyChange({ direction, sideAtStart: side(first), sideNow: side(last) });
}

const changeAt = (sessionNumber: number, instrumentId: string): PivotEntry => ({
  ...{ id: entryId(9_999), v: 1, kind: 'pivot', occurredOn: null, sessionNumber, episode: 1 },
  recordedAt: { utc: '2026-02-01T12:00:00.000Z', offsetMinutes: 0 },
  ...{ obstacles: [], inTheWay: '', from: null, to: 'exposure', label: 'Exposure' },
  ...{ target: { kind: 'measure', instrumentId, respondent: 'self' }, direction: 'down' },
  ...{ reviewOn: '2026-03-01', agreement: 'agreed', clientWording: '' },
});

describe.each([
  { name: 'suddengains', file: 'data/series_suddengains_sgdata.csv', read: wide, change: 6 },
  { name: 'BtheB', file: 'data/series_BtheB_bdi_long.csv', read: long, change: 2 },
])('$name', ({ name, file, read, change }) => {
  let cases = 0;
  afterAll(() => reportOracle(file, cases));

  if (!isThere(file)) {
    test.skip(`${name} is skipped: the oracle folder is absent`, () => {});
    return;
  }

  test('the app’s statuses and phase figures are those of the formulas on the raw numbers', async () => {
    const { planned } = await importPublished(file, { bdi });
    const text = readOracleText(file) ?? '';
    const raw = read(Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data);
    const [measure] = planned.newMeasures;
    if (!measure) throw new Error('no measure was planned');
    const find = (id: string) => (id === measure.instrument.id ? measure.instrument : null);
    expect(planned.clients.length).toBeGreaterThan(40);

    for (const { code: label, entries } of planned.clients) {
      const cells = raw.get(label) ?? [];
      const all: Entry[] = [...entries, changeAt(change, measure.instrument.id)];
      const record = { ...effectiveEntries(all, new Map()), unreadable: 0 };
      const chart = deriveChart(record, find);

      const status = cells.length < 2 ? 'too-few-points' : rawStatus(cells);
      const [view] = viewMeasures(chart, find, () => ({}));
      expect(view?.verdict.kind === 'judged' ? view.verdict.status : view?.verdict.kind, label).toBe(status);
      const carePlan = emptyCarePlan;
      const { courses } = outcomeFacts({ record, chart, carePlan, choices: () => ({}) }, find);
      expect(courses[0]?.lines[0]).toMatchObject({ scores: cells.length, standing: status });

      const totals = (isWanted: (at: number) => boolean): number[] =>
        cells.filter(({ at }) => isWanted(at)).map(({ total }) => total);
      const [before, after] = [totals((at) => at <= change), totals((at) => at > change)];
      const [seen] = changeViews(pivotsOf(record), record, chart, find);
      expect(seen?.target[0]?.comparison, label).toEqual(comparePhases(before, after, 'lower'));
      cases += 1;
    }
    expect(cases).toBe(raw.size);
  });
});
