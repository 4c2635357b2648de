// A therapist brings in what they have. Every test reads as the screen would: table, guess, corrections, plan.
import { describe, expect, test } from 'vitest';
import type { Course } from '../../../src/clinical/episodes/course.ts';
import type { ExistingClient, ImportPlan } from '../../../src/exchange/import/import-plan.ts';
import { clientCodesIn } from '../../../src/exchange/import/client-codes-in.ts';
import type { Mapping } from '../../../src/exchange/import/mapping.ts';
import { planImport } from '../../../src/exchange/import/plan-import.ts';
import { effectiveEntries } from '../../../src/records/effective-entries.ts';
import { parseEntryId } from '../../../src/records/ids.ts';
import {
  carriedOut,
  clientIdOf,
  countedPace,
  guess,
  importContext,
  noPause,
  plan,
  published,
  tableOf,
  withDetails,
  type Details,
} from './import-kit.ts';

const wsas: Record<string, Details> = { wsas: { range: { min: 0, max: 40 }, better: 'lower' } };

async function planned(
  text: string,
  correct: (mapping: Mapping) => Mapping = (mapping) => mapping,
  existing: readonly ExistingClient[] = [],
): Promise<ImportPlan> {
  const table = await tableOf(text);
  const { mapping } = await guess(table);
  return plan(table, correct(withDetails(mapping, wsas)), existing);
}

const totals = ({ clients }: ImportPlan): unknown[] =>
  clients.flatMap(({ code, entries }) =>
    entries.map((entry) => [
      code,
      entry.occurredOn ?? entry.sessionNumber,
      entry.instrumentId,
      entry.enteredTotal,
    ]),
  );
const named = ({ problems }: ImportPlan): unknown[] =>
  problems.map(({ line, column, effect, reason }) => [line, column, effect, reason.kind]);

describe('totals of a scaled measure', () => {
  const gapsOf = async (text: string) => {
    const table = await tableOf(text);
    const { mapping } = await guess(table);
    const instruments = published.map(({ instrument }) => instrument);
    const result = await planImport(table, mapping, instruments, [], importContext(), noPause);
    return result.kind === 'not-ready' ? result.gaps : result.kind;
  };
  const said =
    (totalsAre: 'raw' | 'scaled') =>
    (mapping: Mapping): Mapping => ({
      ...mapping,
      measures: mapping.measures.map((measure) => ({ ...measure, totalsAre })),
    });

  test('that look like raw sums plan nothing before somebody has said what they are', async () => {
    expect(await gapsOf('client,session,WHO-5\nA,1,8\nA,2,12\nB,1,24')).toEqual([
      { kind: 'raw-or-scaled', measure: 'who5', factor: 4, highest: 24 },
    ]);
    expect(await gapsOf('client,session,measure,score\nA,1,DASS-21,21\nA,1,PHQ-9,9')).toEqual([
      { kind: 'raw-or-scaled', measure: 'dass21', factor: 2, highest: 21 },
    ]);
  });

  test('too many of which are no possible totals are asked about too, one slip among many is not', async () => {
    const rows = (scores: readonly number[]) =>
      ['client,session,WHO-5', ...scores.map((score, index) => `A,${index},${score}`)].join('\n');
    expect(await gapsOf(rows([40, 52, 61, 13, 17]))).toMatchObject([{ kind: 'raw-or-scaled' }]);
    expect(await gapsOf(rows([40, 52, 61, 64, 68, 72]))).toBe('planned');
  });

  test('are multiplied once they are said to be raw, with what was read kept for the preview', async () => {
    const result = await planned('client,session,WHO-5\nA,1,12\nA,2,26\nA,3,12.5', said('raw'));
    expect(totals(result)).toEqual([['A', 1, 'who-5', 48]]);
    expect([...result.rawTotals]).toEqual([[result.clients[0]?.entries[0]?.id, 12]]);
    expect(result.problems.map(({ reason }) => reason)).toEqual([
      { kind: 'out-of-range', value: 26, min: 0, max: 25 },
      { kind: 'not-a-possible-total', value: 12.5, step: 1 },
    ]);
  });

  test('stay as they are once they are said to be scaled', async () => {
    const result = await planned('client,session,WHO-5\nA,1,12\nA,2,24', said('scaled'));
    expect(totals(result)).toEqual([
      ['A', 1, 'who-5', 12],
      ['A', 2, 'who-5', 24],
    ]);
    expect(result.rawTotals.size).toBe(0);
  });

  test('are the same entries whether the file had them raw or scaled', async () => {
    const raw = await planned('client,session,WHO-5\nA,1,12', said('raw'));
    const scaled = await planned('client,session,WHO-5\nA,1,48');
    expect(raw.clients[0]?.entries[0]?.id).toBe(scaled.clients[0]?.entries[0]?.id);
  });
});

describe('a planned import', () => {
  test('holds entries as the records keep them', async () => {
    const result = await planned('client,date,phq9\nA1,2025-01-03,12');
    const [client] = result.clients;
    const { id, importedRow, ...entry } = client?.entries[0] ?? { id: '', importedRow: '' };
    expect(parseEntryId(id)).toBe(id);
    expect(importedRow).toMatch(/^[0-9a-f]{32}$/);
    expect(entry).toEqual({
      ...{ kind: 'response', v: 1, occurredOn: '2025-01-03', sessionNumber: null, episode: 1 },
      ...{ instrumentId: 'phq-9', instrumentVersion: 'en-1', coding: 'sum-0-27', language: 'en' },
      ...{ respondent: 'self', mode: 'import', answers: null, enteredTotal: 12 },
      recordedAt: { utc: '2026-02-01T09:00:00.000Z', offsetMinutes: 60 },
    });
  });

  test('takes dates, sessions or both, and invents neither', async () => {
    const result = await planned(
      'client,date,session,phq9\nA,2025-01-03,1,12\nA,,2,9\nA,2025-01-17,,7\nA,,,5',
    );
    const times = result.clients[0]?.entries.map(({ occurredOn, sessionNumber }) => [
      occurredOn,
      sessionNumber,
    ]);
    expect(times).toEqual([
      ['2025-01-03', 1],
      [null, 2],
      ['2025-01-17', null],
    ]);
    expect(named(result)).toEqual([[5, 3, 'score-left-out', 'missing-time']]);
  });

  test('takes item answers, keeps gaps as gaps and checks the total that came with them', async () => {
    const items = Array.from({ length: 9 }, (_, item) => `phq9_${item + 1}`).join(',');
    const text = `client,date,${items},phq9_total\nA,2025-01-03,0,1,2,3,0,1,2,3,0,12\nA,2025-01-10,0,1,,3,0,1,2,3,0,\nB,2025-01-03,1,1,1,1,1,1,1,1,1,10\nC,2025-01-03,1,1,1,1,4,1,1,1,1,12\nD,2025-01-03,,,,,,,,,,14`;
    const result = await planned(text);
    const answers = result.clients.map(({ code, entries }) => [code, entries.map((entry) => entry.answers)]);
    expect(answers).toEqual([
      [
        'A',
        [
          [0, 1, 2, 3, 0, 1, 2, 3, 0, null],
          [0, 1, null, 3, 0, 1, 2, 3, 0, null],
        ],
      ],
      ['B', [[1, 1, 1, 1, 1, 1, 1, 1, 1, null]]],
      ['D', [null]],
    ]);
    expect(result.clients[2]?.entries[0]?.enteredTotal).toBe(14);
    expect(result.problems).toEqual([
      { line: 4, column: 11, effect: 'kept', reason: { kind: 'total-differs', given: 10, computed: 9 } },
      {
        line: 5,
        column: 6,
        effect: 'score-left-out',
        reason: { kind: 'not-an-option', value: 4, options: [0, 1, 2, 3] },
      },
    ]);
  });

  test('makes a new measure only when a score uses it, and remembers what the file called it', async () => {
    const result = await planned('client,session,WSAS\nA,1,12');
    expect(result.newMeasures).toMatchObject([
      { calledInFile: 'WSAS', definition: { name: 'WSAS', range: { min: 0, max: 40 } } },
    ]);
    expect(result.newMeasures[0]?.definition.id).toMatch(/^own-/);
    expect((await planned('client,session,WSAS,phq9\nA,1,,3')).newMeasures).toEqual([]);
  });

  test('is for one person when the file names nobody and the therapist says who', async () => {
    const result = await planned('date,phq9\n2025-01-03,12\n2025-01-10,9', (mapping) => ({
      ...mapping,
      oneClient: 'A1',
    }));
    expect(totals(result)).toEqual([
      ['A1', '2025-01-03', 'phq-9', 12],
      ['A1', '2025-01-10', 'phq-9', 9],
    ]);
  });

  test('never mixes respondents', async () => {
    const result = await planned(
      'client,date,respondent,phq9\nA,2025-01-03,self,12\nA,2025-01-03,Parent,9\nA,2025-01-04,dog,3',
    );
    expect(result.clients[0]?.entries.map(({ respondent }) => respondent)).toEqual(['self', 'parent']);
    expect(named(result)).toEqual([[4, 2, 'row-left-out', 'unknown-respondent']]);
  });
});

describe('bad input is named by line and reason, and the rest is imported', () => {
  test('a day that does not exist, a score out of range, a word for a number, nobody named', async () => {
    const text = [
      'client,date,phq9',
      'A,31/02/2026,12',
      'A,30/01/2025,28',
      'A,29/01/2025,twelve',
      ',28/01/2025,3',
      'A,27/01/2025,-1',
      'A,26/01/2025,3.5',
      'A,25/01/2025,4',
    ].join('\n');
    const result = await planned(text);
    expect(result.problems.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [2, 1, { kind: 'no-such-day', text: '31/02/2026' }],
      [3, 2, { kind: 'out-of-range', value: 28, min: 0, max: 27 }],
      [4, 2, { kind: 'not-a-number', text: 'twelve' }],
      [5, 0, { kind: 'missing-client' }],
      [6, 2, { kind: 'out-of-range', value: -1, min: 0, max: 27 }],
      [7, 2, { kind: 'not-a-possible-total', value: 3.5, step: 1 }],
    ]);
    expect(totals(result)).toEqual([['A', '2025-01-25', 'phq-9', 4]]);
    expect(result.counts).toMatchObject({ rows: 7, scores: 1, leftOut: 6 });
  });

  test('empty is not zero, and zero is a score', async () => {
    const result = await planned('client,session,phq9\nA,1,0\nA,2,\nA,3,5');
    expect(totals(result)).toEqual([
      ['A', 1, 'phq-9', 0],
      ['A', 3, 'phq-9', 5],
    ]);
    expect(result.counts).toMatchObject({ emptyCells: 1, missingCells: 0, leftOut: 0 });
  });

  test('a zero that means missing is left out and named once the therapist says so', async () => {
    const zeroIsMissing = (mapping: Mapping): Mapping => ({
      ...mapping,
      measures: mapping.measures.map((measure) => ({ ...measure, zeroIsMissing: true })),
    });
    const result = await planned('client,session,phq9\nA,1,0\nA,2,5', zeroIsMissing);
    expect(totals(result)).toEqual([['A', 2, 'phq-9', 5]]);
    expect(named(result)).toEqual([[2, 2, 'score-left-out', 'zero-as-missing']]);
  });

  test('"NA" and 999 are bad numbers until the therapist says that they mean missing', async () => {
    const text = 'client,session,phq9\nA,1,12\nA,2,na\nA,3,999';
    expect(named(await planned(text))).toEqual([
      [3, 2, 'score-left-out', 'not-a-number'],
      [4, 2, 'score-left-out', 'out-of-range'],
    ]);
    const result = await planned(text, (mapping) => ({ ...mapping, missingMarkers: ['NA', '999'] }));
    expect(result.problems).toEqual([]);
    expect(result.counts.missingCells).toBe(2);
  });

  test('formulas are text: flagged in a name, refused as a score or a date', async () => {
    const result = await planned(
      'client,date,phq9\n=1+1,2025-01-03,12\nB,2025-01-03,=6+6\nC,=TODAY(),3\nD,2025-01-04,5',
    );
    expect(named(result)).toEqual([
      [2, 0, 'kept', 'formula-kept-as-text'],
      [3, 2, 'score-left-out', 'formula'],
      [4, 1, 'row-left-out', 'formula'],
    ]);
    expect(result.clients[0]?.code).toBe('=1+1');
  });

  test('HTML and script in a name are just a name', async () => {
    const name = '<img src=x onerror=alert(1)><script>alert("1")</script>';
    const result = await planned(`client,date,phq9\n"${name.replaceAll('"', '""')}",2025-01-03,12`);
    expect(result.clients[0]?.code).toBe(name);
    expect(result.problems).toEqual([]);
  });

  test('an unknown measure, an unknown session, a date in the future', async () => {
    const text = 'client,session,measure,score\nA,1,PHQ-9,12\nA,2,,9\nA,x,PHQ-9,9';
    const result = await planned(text, (mapping) => ({ ...mapping, timeLabels: [] }));
    expect(named(result)).toEqual([
      [3, 2, 'row-left-out', 'missing-measure'],
      [4, 1, 'row-left-out', 'not-a-session'],
    ]);
    const unmapped = await planned(text, (mapping) => ({ ...mapping, measures: [] }));
    expect(unmapped.problems.filter(({ reason }) => reason.kind === 'unknown-measure')).toHaveLength(2);
    const future = await planned('client,date,phq9\nA,2026-02-01,12\nA,2026-02-02,9');
    expect(named(future)).toEqual([[3, 1, 'kept', 'day-in-the-future']]);
  });

  test('the same row twice is one score; another score at the same time is kept and pointed at', async () => {
    const result = await planned('client,date,phq9\nA,2025-01-03,12\nA,2025-01-03,12\nA,2025-01-03,9');
    expect(result.problems.map(({ line, effect, reason }) => [line, effect, reason])).toEqual([
      [3, 'score-left-out', { kind: 'duplicate-row', firstLine: 2 }],
      [4, 'kept', { kind: 'other-score-same-time', firstLine: 2 }],
    ]);
    expect(result.counts.scores).toBe(2);
  });

  test('scores of one day stand in the order of the file, or of their sessions; what they are called stays the same', async () => {
    const inOrder = async (text: string) => {
      const [client] = (await planned(text)).clients;
      return effectiveEntries(client?.entries ?? [], new Map()).entries.map(
        (entry) => entry.kind === 'response' && entry.enteredTotal,
      );
    };
    const inFile = [20, 3, 17, 8, 11, 5, 14, 1];
    const rows = inFile.map((total) => `A,2025-01-03,${total}`);
    expect(await inOrder(['client,date,phq9', ...rows].join('\n'))).toEqual(inFile);
    const numbered = inFile.map((total, index) => `A,2025-01-03,${index + 1},${total}`).reverse();
    expect(await inOrder(['client,date,session,phq9', ...numbered].join('\n'))).toEqual(inFile);

    const idsOf = ({ clients }: ImportPlan) => clients.flatMap(({ entries }) => entries.map(({ id }) => id));
    const whole = idsOf(await planned(['client,date,phq9', ...rows].join('\n')));
    const later = idsOf(await planned(['client,date,phq9', ...rows.slice(3)].join('\n')));
    expect(whole.slice(3)).toEqual(later);
  });

  test('a date that could be either order plans nothing', async () => {
    const table = await tableOf('client,date,phq9\nA,03/04/2025,12');
    const { mapping } = await guess(table);
    const instruments = published.map(({ instrument }) => instrument);
    expect(await planImport(table, mapping, instruments, [], importContext(), noPause)).toEqual({
      kind: 'not-ready',
      gaps: [{ kind: 'date-order', example: '03/04/2025' }],
    });
    const american = await plan(table, { ...mapping, dateOrder: 'month-first' });
    expect(american.clients[0]?.entries[0]?.occurredOn).toBe('2025-03-04');
  });

  test('a mapping with gaps plans nothing and says what is missing', async () => {
    const table = await tableOf('Nr;WSAS\n1;12');
    const { mapping } = await guess(table);
    const outcome = await planImport(table, mapping, [], [], importContext(), noPause);
    if (outcome.kind !== 'not-ready') throw new Error(outcome.kind);
    expect(outcome.gaps.map(({ kind }) => kind)).toEqual(['no-time', 'measure-range', 'measure-direction']);
  });
});

describe('clients the vault has', () => {
  const courses: readonly Course[] = [
    {
      episode: 1,
      startedOn: '2024-01-08',
      ending: {
        ...{ entryId: 'e', occurredOn: '2024-06-03', reason: 'as-planned', summary: '' },
        followUpMonths: [],
      },
    },
    { episode: 2, startedOn: '2024-11-04', ending: null },
  ];
  const existing = (number: number, code: string): ExistingClient => ({
    ...{ clientId: clientIdOf(900 + number), code, courses, responses: [], deletedIds: [] },
  });

  test('are found by their exact code, and scores join their current episode', async () => {
    const result = await planned('client,date,phq9\n 007 ,2025-01-03,12\n7,2025-01-03,9', undefined, [
      existing(1, '007'),
    ]);
    expect(result.clients.map(({ kind, code, entries }) => [kind, code, entries[0]?.episode])).toEqual([
      ['existing', '007', 2],
      ['new', '7', 1],
    ]);
    expect(result.counts).toMatchObject({ newClients: 1, existingClients: 1 });
  });

  test('keep a score of an earlier course in it, and a follow-up before they came back with what had ended', async () => {
    const result = await planned(
      'client,date,phq9\nA,2024-02-05,12\nA,2024-09-02,9\nA,2024-11-04,15',
      undefined,
      [existing(1, 'A')],
    );
    expect(
      result.clients.flatMap(({ entries }) =>
        entries.map(({ occurredOn, episode }) => [occurredOn, episode]),
      ),
    ).toEqual([
      ['2024-02-05', 1],
      ['2024-09-02', 1],
      ['2024-11-04', 2],
    ]);
  });

  test('with a code that is only alike are pointed at', async () => {
    const result = await planned('client,date,phq9\nanna b,2025-01-03,12', undefined, [
      existing(1, 'Anna B'),
    ]);
    expect(result.problems.map(({ effect, reason }) => [effect, reason])).toEqual([
      ['kept', { kind: 'client-similar', code: 'anna b', existing: 'Anna B' }],
    ]);
  });

  test('who share a code are not guessed between', async () => {
    const result = await planned('client,date,phq9\nA,2025-01-03,12', undefined, [
      existing(1, 'A'),
      existing(2, 'A'),
    ]);
    expect(named(result)).toEqual([[2, null, 'row-left-out', 'client-ambiguous']]);
    expect(result.clients).toEqual([]);
  });

  test('are the only ones whose records need to be opened', async () => {
    const table = await tableOf(
      "client,date,phq9\nA,2025-01-03,1\n'=B,2025-01-03,2\n,2025-01-03,3\nA,2025-01-04,4",
    );
    expect(clientCodesIn(table, (await guess(table)).mapping)).toEqual(new Set(['A', '=B']));
  });
});

describe('a second import', () => {
  const text = 'client,date,phq9,WSAS\nA,2025-01-03,12,20\nA,2025-01-10,9,18\nB,2025-01-03,7,';
  async function again(
    second: string,
    change: (clients: ExistingClient[]) => ExistingClient[] = (clients) => clients,
  ) {
    const vault = carriedOut(await planned(text));
    const table = await tableOf(second);
    const { mapping } = await guess(table, vault.known);
    return plan(table, mapping, change(vault.clients), vault.known);
  }

  test('of the same file adds nothing', async () => {
    const result = await again(text);
    expect(result).toMatchObject({
      clients: [],
      newMeasures: [],
      problems: [],
      counts: { scores: 0, alreadyThere: 5 },
    });
  });

  test('of a file that has grown, with another column and in another order, adds only what is new', async () => {
    const grown =
      'date;client;WSAS;remark;phq9\n2025-01-17;A;15;new;6\n2025-01-10;A;18;;9\n2025-01-03;A;20;;12\n2025-01-03;B;;;7';
    const result = await again(grown);
    expect(totals(result).map((score) => (score as unknown[])[3])).toEqual([15, 6]);
    expect(result.counts.alreadyThere).toBe(5);
  });

  test('does not bring back what was deleted since', async () => {
    const deleteAll = (clients: ExistingClient[]): ExistingClient[] =>
      clients.map((client) => ({
        ...client,
        responses: [],
        deletedIds: client.responses.map(({ id }) => id),
      }));
    expect((await again(text, deleteAll)).clients).toEqual([]);
  });

  test('of a corrected file adds the other score and says that the record differs', async () => {
    const result = await again(text.replace('2025-01-10,9', '2025-01-10,8'));
    expect(named(result)).toEqual([[3, 2, 'kept', 'differs-from-record']]);
    expect(result.counts).toMatchObject({ scores: 1, alreadyThere: 4 });
  });
});

describe('100,000 rows', () => {
  test('are planned in slices, with progress, and can be stopped', async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, row) => `C${row % 1500},${Math.floor(row / 1500)},${row % 28}`,
    );
    const table = await tableOf(`client,session,phq9\n${rows.join('\n')}`);
    const { mapping } = await guess(table);
    const instruments = published.map(({ instrument }) => instrument);
    const pace = countedPace();
    const progress: number[] = [];
    const following = { ...pace, onProgress: (done: number) => progress.push(done) };
    const outcome = await planImport(table, mapping, instruments, [], importContext(), following);
    if (outcome.kind !== 'planned') throw new Error(outcome.kind);
    expect(outcome.plan.counts).toMatchObject({ scores: 100_000, newClients: 1500, leftOut: 0 });
    expect(pace.breaths()).toBeGreaterThanOrEqual(30);
    expect(progress.at(-1)).toBe(100_000);
    expect(progress.every((done, index) => done > (progress[index - 1] ?? 0))).toBe(true);

    const controller = new AbortController();
    const stopping = { breathe: () => Promise.resolve(controller.abort()), signal: controller.signal };
    expect(await planImport(table, mapping, instruments, [], importContext(), stopping)).toEqual({
      kind: 'cancelled',
    });
  }, 120_000);
});
