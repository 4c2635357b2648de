import { expect, test } from 'vitest';
import { deriveChart, viewMeasures } from '../../../src/app/state/client-chart.ts';
import { packChart, unpackChart } from '../../../src/app/state/pack-chart.ts';
import { gad7 } from '../../../src/clinical/instruments/gad-7/gad-7.ts';
import type { Instrument } from '../../../src/clinical/instruments/instrument.ts';
import { ownMeasure } from '../../../src/clinical/instruments/own-measure.ts';
import { effectiveEntries } from '../../../src/records/effective-entries.ts';
import type { BaselineEntry, Entry } from '../../../src/records/entry.ts';
import { entryId, makeResponse } from '../records/make-entry.ts';

/** The second version has a wider range. */
function find(id: string, version: string): Instrument | null {
  const max = version === '1' ? 10 : 20;
  const own = ownMeasure({ id, version, name: 'Sleep', range: { min: 0, max }, step: 1, better: 'lower' });
  return own.kind === 'instrument' ? own.instrument : null;
}

const response = (number: number, version: string, day: number, enteredTotal: number): Entry =>
  makeResponse(number, {
    instrumentId: 'own-1',
    instrumentVersion: version,
    coding: version === '1' ? 'total-0-10' : 'total-0-20',
    occurredOn: `2026-03-${String(day).padStart(2, '0')}`,
    enteredTotal,
  });

const moveTo = (number: number, responseId: number, at: string): BaselineEntry => ({
  id: entryId(number),
  v: 1,
  kind: 'baseline',
  occurredOn: `2026-03-0${String(responseId)}`,
  sessionNumber: null,
  recordedAt: { utc: at, offsetMinutes: 0 },
  episode: 1,
  instrumentId: 'own-1',
  respondent: 'self',
  responseId: entryId(responseId),
  reason: 'a crisis on the first day',
});

test('the last word about the baseline is the one written last, also where it moves the baseline back', () => {
  const responses = [1, 2, 3, 4].map((number) => response(number, '1', number, 11 - number));
  const startAfter = (...moves: readonly BaselineEntry[]) => {
    const all = effectiveEntries([...responses, ...moves], new Map());
    const chart = deriveChart({ ...all, unreadable: 0 }, find);
    const verdict = viewMeasures(chart, find, () => ({}))[0]?.verdict;
    return verdict?.kind === 'no-rule' && [verdict.start.total, verdict.baseline.kind];
  };
  const later = moveTo(21, 3, '2026-03-10T09:00:00.000Z');
  expect(startAfter(later)).toEqual([8, 'moved']);
  expect(startAfter(later, moveTo(20, 2, '2026-03-11T09:00:00.000Z'))).toEqual([9, 'moved']);
  expect(startAfter(later, moveTo(20, 1, '2026-03-11T09:00:00.000Z'))).toEqual([10, 'first-complete']);
});

test('a baseline that was moved on the old version stays there, and the new version begins with its own first score', () => {
  const moved = moveTo(9, 2, '2026-03-03T09:00:00.000Z');
  const entries = [
    response(1, '1', 1, 10),
    response(2, '1', 2, 8),
    response(3, '1', 3, 6),
    moved,
    response(4, '2.abcd', 10, 18),
    response(5, '2.abcd', 17, 12),
  ];
  const chart = deriveChart({ ...effectiveEntries(entries, new Map()), unreadable: 0 }, find);
  const views = viewMeasures(chart, find, () => ({}));
  const seen = views.map(({ instrument, verdict }) => [
    instrument.version,
    verdict.kind === 'no-rule' && verdict.start.total,
    verdict.kind === 'no-rule' && verdict.problems,
  ]);
  expect(seen).toEqual([
    ['2.abcd', 18, []],
    ['1', 8, []],
  ]);
});

test('correcting the first of two scores of one day leaves it the first: the baseline does not change places', () => {
  const entries = [
    response(1, '1', 1, 9),
    response(2, '1', 1, 4),
    { ...response(3, '1', 1, 10), replaces: entryId(1) },
  ];
  const chart = deriveChart({ ...effectiveEntries(entries, new Map()), unreadable: 0 }, find);
  const [view] = viewMeasures(unpackChart(packChart(chart)), find, () => ({}));
  expect(view?.series.points.map(({ total }) => total)).toEqual([10, 4]);
  expect(view?.verdict).toMatchObject({ start: { total: 10 }, latest: { total: 4 } });
});

test('one score has the corridor of the rule that was chosen for the client, ended where totals are still within it', () => {
  const one = makeResponse(1, {
    instrumentId: gad7.id,
    instrumentVersion: gad7.version,
    coding: gad7.coding,
    enteredTotal: 12,
  });
  const chart = deriveChart({ ...effectiveEntries([one], new Map()), unreadable: 0 }, () => gad7);
  const corridorBy = (changeRuleId: string) =>
    viewMeasures(
      chart,
      () => gad7,
      () => ({ changeRuleId }),
    )[0]?.corridor;
  expect(corridorBy('nhs')).toMatchObject({ low: 9, high: 15 });
  expect(corridorBy('bischoff-2020')).toMatchObject({ low: 7, high: 17 });
});
