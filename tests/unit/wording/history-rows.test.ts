import { expect, test } from 'vitest';
import { findInstrument } from '../../../src/clinical/instruments/catalogue.ts';
import { historyRows, type HistoryRow } from '../../../src/app/screens/client/history-rows.ts';
import { rowBand, rowMarks, rowTotal } from '../../../src/app/screens/client/history-words.ts';
import { safetyNotes } from '../../../src/app/screens/client/safety-notes.ts';
import { deriveChart, viewMeasures } from '../../../src/app/state/client-chart.ts';
import { effectiveEntries } from '../../../src/records/effective-entries.ts';
import type { Entry, EntryId, ResponseEntry, Tombstone } from '../../../src/records/entry.ts';
import { entryId, makeResponse } from '../records/make-entry.ts';

const response = (number: number, day: number, over: Partial<ResponseEntry> = {}): ResponseEntry =>
  makeResponse(number, {
    instrumentVersion: 'en-1',
    occurredOn: `2026-03-${String(day).padStart(2, '0')}`,
    ...over,
  });

function rowsOf(
  entries: readonly Entry[],
  tombstones: ReadonlyMap<EntryId, Tombstone> = new Map(),
): HistoryRow[] {
  const record = { ...effectiveEntries(entries, tombstones), unreadable: 0 };
  const chart = deriveChart(record, findInstrument);
  return historyRows(
    record,
    chart,
    viewMeasures(chart, findInstrument, () => ({})),
    findInstrument,
  );
}

const say = (rows: readonly HistoryRow[]): string[] =>
  rows.map((row) =>
    [rowTotal(row, 'en-GB') ?? '–', rowBand(row, 'en-GB'), ...rowMarks(row, 'en-GB')]
      .filter((part) => part !== '')
      .join(' | '),
  );

test('newest first, with the baseline marked', () => {
  expect(say(rowsOf([response(1, 2, { enteredTotal: 18 }), response(2, 9, { enteredTotal: 9 })]))).toEqual([
    '9 | mild',
    '18 | moderately severe | Baseline',
  ]);
});

test('two measures of one day, written at one instant, stand in the same order on every day', () => {
  const at = { recordedAt: { utc: '2026-03-20T10:00:00.000Z', offsetMinutes: 0 } };
  const gad = { ...at, instrumentId: 'gad-7', coding: 'sum-0-21' };
  const rows = rowsOf([response(1, 2, at), response(2, 2, gad), response(3, 9, gad), response(4, 9, at)]);
  expect(rows.map(({ occurredOn, instrumentId }) => `${occurredOn ?? ''} ${instrumentId}`)).toEqual([
    '2026-03-09 gad-7',
    '2026-03-09 phq-9',
    '2026-03-02 gad-7',
    '2026-03-02 phq-9',
  ]);
});

test('a correction counts and what it corrected stays in sight', () => {
  const rows = rowsOf([response(1, 2), response(2, 2, { enteredTotal: 15, replaces: entryId(1) })]);
  expect(say(rows)).toEqual([
    '15 | moderately severe | Baseline | Correction',
    '12 | moderate | Corrected since',
  ]);
});

test('two corrections of one response are both named', () => {
  const rows = rowsOf([
    response(1, 2),
    response(2, 2, { enteredTotal: 15, replaces: entryId(1) }),
    response(3, 2, { enteredTotal: 16, replaces: entryId(1) }),
  ]);
  expect(say(rows)).toEqual([
    '16 | moderately severe | Baseline | Corrected twice: this one counts',
    '15 | moderately severe | Other correction: does not count',
    '12 | moderate | Corrected since',
  ]);
});

test('a correction of a correction is no dispute', () => {
  const rows = rowsOf([
    response(1, 2),
    response(2, 2, { replaces: entryId(1) }),
    response(3, 2, { replaces: entryId(2) }),
  ]);
  expect(rows.map(({ fate }) => fate.kind)).toEqual(['counts', 'replaced', 'replaced']);
});

test('a deleted response keeps its reason, also one of another version', () => {
  const at = { utc: '2026-03-05T09:00:00.000Z', offsetMinutes: 0 };
  const tombstones = new Map([
    [entryId(1), { at, reason: 'entered-twice' }],
    [entryId(2), { at, reason: 'some newer reason' }],
  ]);
  expect(say(rowsOf([response(1, 2), response(2, 1)], tombstones))).toEqual([
    '12 | moderate | Deleted: Entered twice',
    '12 | moderate | Deleted: some newer reason',
  ]);
});

test('a measure that is not known here and a total that cannot be right are listed with the reason', () => {
  const rows = rowsOf([
    response(1, 2, { instrumentId: 'own-gone' }),
    response(2, 3, { enteredTotal: 31 }),
    response(3, 4, { answers: [1, 1, 1, null, 1, 1, 1, 1, 1, null], enteredTotal: null }),
  ]);
  expect(say(rows)).toEqual([
    '– | Incomplete: 8 of 9 answered',
    '– | Invalid: 31 is outside 0 to 27',
    '– | Measure not known here',
  ]);
});

test('while the record opens, the cached scores are listed and nothing can be changed', () => {
  const entries = [response(1, 2)];
  const chart = deriveChart({ ...effectiveEntries(entries, new Map()), unreadable: 0 }, findInstrument);
  const rows = historyRows(
    null,
    chart,
    viewMeasures(chart, findInstrument, () => ({})),
    findInstrument,
  );
  expect(say(rows)).toEqual(['12 | moderate | Baseline']);
  expect(rows[0]?.entry).toBeNull();
});

const withNinth = (number: number, day: number, ninth: number | null) =>
  response(number, day, { answers: [1, 1, 1, 1, 1, 1, 1, 1, ninth, null], enteredTotal: null });
const notesOf = (entries: readonly ResponseEntry[], added: EntryId | null = null) =>
  safetyNotes(rowsOf(entries), added, '2026-03-20', 'en-GB').map(({ isRaised, lines }) => [
    isRaised,
    ...lines,
  ]);
const onTheNinth =
  'Item 9 was answered “Several days” on 9 March 2026: talk about it when you next meet, or sooner. A zero would not have meant safety.';

test('a raised safety item is put forward, and from what was just added for an earlier day, never from a zero', () => {
  expect(notesOf([withNinth(1, 2, 0)])).toEqual([]);
  expect(notesOf([withNinth(1, 2, 0), withNinth(2, 9, 1)])).toEqual([[true, onTheNinth]]);
  expect(notesOf([withNinth(1, 9, 1), withNinth(2, 10, 0)], entryId(1))).toEqual([[true, onTheNinth]]);
  expect(notesOf([withNinth(1, 20, 1)])).toEqual([
    [true, 'Item 9 was answered “Several days”: talk about it today. A zero would not have meant safety.'],
  ]);
});

test('a raised safety answer stands until it is known to be lower: a total or a blank only asks once more', () => {
  expect(notesOf([withNinth(1, 9, 1), response(2, 9)])).toEqual([
    [true, onTheNinth, 'A total does not show how item 9 was answered: ask.'],
  ]);
  expect(notesOf([withNinth(1, 9, 1), withNinth(2, 10, null)])).toEqual([
    [true, onTheNinth, 'Item 9 was not answered. That is not a zero: ask.'],
  ]);
});

test('after a known zero it is still said when the answer was last above it, without a notice', () => {
  const past =
    'Item 9 was answered “Several days” on 9 March 2026 and “Not at all” on 10 March 2026. A zero is not safety.';
  expect(notesOf([withNinth(1, 9, 1), withNinth(2, 10, 0), withNinth(3, 11, 0)])).toEqual([[false, past]]);
  expect(notesOf([withNinth(1, 9, 1), withNinth(2, 10, 0), response(3, 11)])).toEqual([
    [false, past, 'A total does not show how item 9 was answered: ask.'],
  ]);
});
