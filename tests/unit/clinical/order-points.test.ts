import { expect, test } from 'vitest';
import { orderPoints } from '../../../src/clinical/episodes/order-points.ts';
import type { ScorePoint } from '../../../src/clinical/verdict/score-point.ts';
import { scored } from './score-points.ts';

const on = (occurredOn: string, total: number, extra: Partial<ScorePoint> = {}) =>
  scored(total, { occurredOn, ...extra });
const atSession = (sessionNumber: number, total: number) =>
  scored(total, { occurredOn: null, sessionNumber });

const placedTotals = (points: readonly ScorePoint[]): number[] =>
  orderPoints(points).placed.map(({ outcome }) => (outcome.kind === 'scored' ? outcome.total : NaN));

test('scores stand by the day they belong to, not by when they were entered', () => {
  expect(placedTotals([on('2026-03-09', 2), on('2026-03-02', 1), on('2026-12-01', 3)])).toEqual([1, 2, 3]);
});

test('on one day the one written down first stands first, then the smaller id', () => {
  const recordedAt = '2026-03-02T10:00:00.000Z';
  expect(
    placedTotals([
      on('2026-03-02', 3, { recordedAt: '2026-03-02T11:00:00.000Z' }),
      on('2026-03-02', 2, { recordedAt, entryId: 'b' }),
      on('2026-03-02', 1, { recordedAt, entryId: 'a' }),
    ]),
  ).toEqual([1, 2, 3]);
});

test('on one day the session number decides, and what has none comes after: it was typed in, not brought in', () => {
  const at = { recordedAt: '2026-03-02T10:00:00.000Z' };
  expect(
    placedTotals([
      on('2026-03-02', 4, { recordedAt: '2026-03-01T10:00:00.000Z' }),
      on('2026-03-02', 3, { ...at, entryId: 'a', sessionNumber: 10 }),
      on('2026-03-02', 2, { ...at, entryId: 'c', sessionNumber: 9 }),
      on('2026-03-02', 1, { ...at, entryId: 'b', sessionNumber: 8 }),
    ]),
  ).toEqual([1, 2, 3, 4]);
});

test('a correction stands where what it corrects stood', () => {
  const at = { recordedAt: '2026-03-02T10:00:00.000Z' };
  expect(
    placedTotals([
      on('2026-03-02', 2, { ...at, entryId: 'b' }),
      on('2026-03-02', 1, { ...at, entryId: 'c', correctsId: 'a' }),
    ]),
  ).toEqual([1, 2]);
});

test('scores with a session number and no date stand by number: 10 comes after 9', () => {
  expect(placedTotals([atSession(10, 3), atSession(9, 2), atSession(1, 1)])).toEqual([1, 2, 3]);
});

test('scores without a date come before dated ones, even numbered ones: they were brought in from before', () => {
  expect(
    placedTotals([
      on('2020-01-01', 3, { sessionNumber: 1 }),
      atSession(2, 2),
      atSession(1, 1),
      on('2020-02-01', 4),
    ]),
  ).toEqual([1, 2, 3, 4]);
});

test('where dates and session numbers contradict each other, dates win', () => {
  expect(
    placedTotals([on('2026-03-09', 2, { sessionNumber: 1 }), on('2026-03-02', 1, { sessionNumber: 2 })]),
  ).toEqual([1, 2]);
});

test('a score with neither is set aside: no place in time is invented for it', () => {
  const lost = scored(7, { occurredOn: null, sessionNumber: null });
  expect(orderPoints([lost, on('2026-03-02', 1)])).toMatchObject({ unplaced: [lost], placed: [{}] });
});
