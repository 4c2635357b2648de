import { describe, expect, test } from 'vitest';
import type { ClientSummary, LineSummary } from '../../../src/app/state/client-summary.ts';
import type { NeedFacts } from '../../../src/clinical/attention/need.ts';
import { parseClientId } from '../../../src/records/ids.ts';
import {
  clientRows,
  countByReason,
  countByStatus,
  latestMeasure,
  measuresIn,
  withNeeds,
  type RowQuery,
} from '../../../src/app/screens/clients/client-rows.ts';
import { namesakes } from '../../../src/app/screens/clients/namesakes.ts';
import { namesakeWords, reasonLine } from '../../../src/app/screens/clients/row-words.ts';
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

const needs = (over: Partial<NeedFacts> = {}): NeedFacts => ({
  ...{ safety: [], askAgainOn: null, worse: [], unchanged: [], followUps: [] },
  ...{ lastMeasureOn: '2026-03-04', addedOn: '2026-01-05' },
  ...over,
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
    addedAt: '2026-01-05T09:00:00.000Z',
    needs: needs(),
    appointment: { next: null, slot: null },
    today: {
      ...{ prompts: [], due: [], consent: null, pivots: [], decisions: [], running: null, checkIns: [] },
      loop: { pivots: [], looks: [], riskConversations: [], sessions: [] },
    },
    outcomes: { courses: [], phases: [] },
    isWhole: true,
    ...extra,
  };
}

const query = (extra: Partial<RowQuery> = {}): RowQuery => ({
  filter: 'all',
  search: '',
  measure: latestMeasure,
  reason: 'any',
  order: { key: 'client', direction: 'ascending' },
  ...extra,
});
const today = '2026-03-12';
const rowsOf = (clients: readonly ClientSummary[], extra: Partial<RowQuery> = {}) =>
  clientRows(withNeeds(clients, today), query(extra), { today, locale: 'en' });
const names = (clients: readonly ClientSummary[], extra: Partial<RowQuery> = {}): string[] =>
  rowsOf(clients, extra).map((row) => row.client.label);

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

test('one measure shows who has an answer to it, in the order asked for', () => {
  const shown = (direction: 'ascending' | 'descending') =>
    rowsOf(caseload, { measure: 'gad-7/self', order: { key: 'status', direction } }).map((row) => [
      row.client.label,
      row.line?.standing ?? null,
    ]);
  expect(shown('ascending')).toEqual([
    ['K10', 'deteriorated'],
    ['K9', 'improved'],
  ]);
  expect(shown('descending').map(([label]) => label)).toEqual(['K9', 'K10']);
});

test('who has no value stands last both ways', () => {
  const byDate = (direction: 'ascending' | 'descending') =>
    names(caseload, { order: { key: 'date', direction } }).slice(-2);
  expect(byDate('ascending')).toEqual(['anna', 'Zoë']);
  expect(byDate('descending')).toEqual(['anna', 'Zoë']);
});

describe('who needs attention first', () => {
  const standing = (occurredOn: string) => ({
    silentUntil: null,
    ...{ measure: 'PHQ-9', above: 0, answer: 1 },
    latest: { occurredOn, sessionNumber: null },
    since: { occurredOn, sessionNumber: null },
  });
  const waiting = [
    client('fine', []),
    client('stuck', [], {
      needs: needs({ unchanged: [{ measure: 'GAD-7', since: '2026-01-05', position: 'above' }] }),
    }),
    client('long unseen', [], { needs: needs({ lastMeasureOn: '2025-12-01' }) }),
    client('unseen', [], { needs: needs({ lastMeasureOn: '2026-02-01' }) }),
    client('worse', [], {
      needs: needs({
        worse: [{ measure: 'PHQ-9', since: '2026-03-01', inFollowUp: false, meaning: 'reliable' }],
      }),
    }),
    client('safety, and unseen', [], {
      needs: needs({ safety: [standing('2026-02-02')], lastMeasureOn: '2026-02-02' }),
    }),
    client('safety before', [], { needs: needs({ safety: [standing('2026-01-12')] }) }),
    client('follow-up', [], {
      status: 'ended',
      needs: needs({ followUps: [{ months: 3, dueOn: '2026-03-01' }] }),
    }),
  ];
  const order = { key: 'need', direction: 'ascending' } as const;

  test('safety, worse, long without a measure, unchanged, the rest; within each the longest waiting', () => {
    expect(names(waiting, { order })).toEqual([
      'safety before',
      'safety, and unseen',
      'worse',
      'long unseen',
      'unseen',
      'stuck',
      'fine',
      'follow-up',
    ]);
  });

  test('a reason chosen shows everybody who has it, first reason or not, and the counts say how many', () => {
    expect(names(waiting, { order, reason: 'no-measure' })).toEqual([
      'safety, and unseen',
      'long unseen',
      'unseen',
    ]);
    const counts = (filter: 'all' | 'active') => countByReason(withNeeds(waiting, today), filter);
    expect(counts('all')).toEqual({
      ...{
        'safety-answer': 2,
        'ask-again': 0,
        'reliably-worse': 1,
        'no-measure': 3,
        unchanged: 1,
        'follow-up-due': 1,
      },
    });
    expect(counts('active')['follow-up-due']).toBe(0);
  });

  test('every row says why in words, and nobody is ever called safe', () => {
    const said = waiting.map((one) => {
      const [row] = withNeeds([one], today);
      return row && reasonLine(row.needs, today, 'en-GB');
    });
    expect(said).toEqual([
      null,
      'GAD-7 above the cut-off and unchanged since 5 Jan 2026',
      'No measure for 101 days',
      'No measure for 39 days',
      'PHQ-9 reliably worse since 1 Mar 2026',
      'Safety question above 0 on 2 Feb 2026 (PHQ-9), and 1 more',
      'Safety question above 0 on 12 Jan 2026 (PHQ-9)',
      '3-month follow-up due since 1 Mar 2026',
    ]);
  });
});

test('the next appointment sorts by day and hour, and one that has passed is none', () => {
  const at = (label: string, on: string, time: string | null) =>
    client(label, [], { appointment: { next: { on, time, place: null }, slot: null } });
  const clients = [
    at('past', '2026-03-11', '09:00'),
    at('noon', '2026-03-12', '12:00'),
    at('morning', '2026-03-12', '09:00'),
    client('none', []),
    at('later', '2026-04-01', null),
  ];
  const by = (direction: 'ascending' | 'descending') => names(clients, { order: { key: 'next', direction } });
  expect(by('ascending')).toEqual(['morning', 'noon', 'later', 'none', 'past']);
  expect(by('descending')).toEqual(['later', 'noon', 'morning', 'none', 'past']);
});

test('fifty clients of one name are all told apart, and a new one renumbers nobody', () => {
  const anna = (minute: number) =>
    client('Anna', [], { addedAt: `2026-02-03T09:${String(minute).padStart(2, '0')}:00.000Z` });
  const annas = Array.from({ length: 50 }, (_, index) => anna(index % 20));
  const hints = (clients: readonly ClientSummary[]) => {
    const found = namesakes(clients);
    return annas.map(({ id, addedAt }) => {
      const namesake = found.get(id);
      return namesake ? namesakeWords(namesake, addedAt, 'en-GB') : null;
    });
  };
  expect(new Set(hints(annas)).size).toBe(50);
  const numbers = (clients: readonly ClientSummary[]) =>
    annas.map(({ id }) => namesakes(clients).get(id)?.number);
  expect(numbers([anna(59), client('Bo', []), ...annas])).toEqual(numbers(annas));
  expect(namesakes([client('Bo', []), anna(1)]).size).toBe(0);
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
