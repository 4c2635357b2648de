import { expect, test } from 'vitest';
import type { ClientSummary, LineSummary } from '../../../src/app/state/client-summary.ts';
import { parseClientId } from '../../../src/records/ids.ts';
import {
  clientRows,
  countByStatus,
  latestMeasure,
  measuresIn,
  type RowQuery,
} from '../../../src/app/screens/clients/client-rows.ts';
import { rowWindow } from '../../../src/app/screens/clients/row-window.ts';

let made = 0;

const line = (instrumentId: string, extra: Partial<LineSummary> = {}): LineSummary => ({
  instrumentId,
  instrumentVersion: '1',
  shortName: instrumentId.toUpperCase(),
  respondent: 'self',
  standing: 'unchanged',
  latest: { total: 12, bandLabel: null, occurredOn: '2026-03-04', sessionNumber: null },
  spark: [12],
  range: { min: 0, max: 27 },
  ...extra,
});

function client(
  label: string,
  lines: readonly LineSummary[],
  extra: Partial<ClientSummary> = {},
): ClientSummary {
  made += 1;
  const id = parseClientId(made.toString(16).padStart(32, '0'));
  return {
    id,
    label,
    labelPrint: '',
    status: 'active',
    lines,
    responses: lines.length,
    isWhole: true,
    ...extra,
  };
}

const query = (extra: Partial<RowQuery> = {}): RowQuery => ({
  filter: 'all',
  search: '',
  measure: latestMeasure,
  order: { key: 'client', direction: 'ascending' },
  ...extra,
});
const names = (clients: readonly ClientSummary[], extra: Partial<RowQuery> = {}): string[] =>
  clientRows(clients, query(extra), 'en').map((row) => row.client.label);

const caseload = [
  client('K10', [line('phq-9', { standing: 'recovered' }), line('gad-7', { standing: 'deteriorated' })]),
  client('K9', [line('gad-7', { standing: 'improved' })], { status: 'ended' }),
  client('Zoë', [], { status: 'waiting' }),
  client('anna', [line('phq-9', { standing: 'deteriorated', latest: null })]),
];

test('codes with numbers stand in the order a person counts', () => {
  expect(names(caseload)).toEqual(['anna', 'K9', 'K10', 'Zoë']);
});

test('the search takes every word and minds neither case nor accents', () => {
  expect(names(caseload, { search: ' zoe ' })).toEqual(['Zoë']);
  expect(names(caseload, { search: 'k 1' })).toEqual(['K10']);
  expect(names(caseload, { search: 'nobody' })).toEqual([]);
});

test('a filter shows one status and the counts know all of them', () => {
  expect(names(caseload, { filter: 'active' })).toEqual(['anna', 'K10']);
  expect(countByStatus(caseload)).toEqual({ active: 2, waiting: 1, ended: 1, all: 4 });
});

test('one measure is shown for every client, and who has none stands last both ways', () => {
  const shown = (direction: 'ascending' | 'descending') =>
    clientRows(caseload, query({ measure: 'gad-7/self', order: { key: 'status', direction } }), 'en').map(
      (row) => [row.client.label, row.line?.standing ?? null],
    );
  expect(shown('ascending')).toEqual([
    ['K10', 'deteriorated'],
    ['K9', 'improved'],
    ['anna', null],
    ['Zoë', null],
  ]);
  expect(shown('descending').map(([label]) => label)).toEqual(['K9', 'K10', 'anna', 'Zoë']);
});

test('measures are offered by how many clients have them, respondents apart', () => {
  const parent = client('P', [line('phq-9', { respondent: 'parent' }), line('phq-9')]);
  expect(measuresIn([...caseload, parent])).toEqual([
    { key: 'phq-9/self', name: 'PHQ-9' },
    { key: 'gad-7/self', name: 'GAD-7' },
    { key: 'phq-9/parent', name: 'PHQ-9 (parent)' },
  ]);
});

test('a long list draws the rows near the screen, a short one all of them', () => {
  expect(rowWindow(100, 56, { top: 0, height: 800 })).toEqual({ first: 0, end: 100 });
  expect(rowWindow(1500, 50, { top: 5_000, height: 1_000 })).toEqual({ first: 88, end: 132 });
  expect(rowWindow(1500, 50, { top: -400, height: 1_000 })).toEqual({ first: 0, end: 24 });
  expect(rowWindow(1500, 50, { top: 90_000, height: 1_000 })).toEqual({ first: 1500, end: 1500 });
});
