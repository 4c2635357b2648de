import { describe, expect, test } from 'vitest';
import { comparePhases } from '../../../src/clinical/phases/compare-phases.ts';
import {
  splitPhases,
  type PhaseBoundary,
  type PhasePoint,
} from '../../../src/clinical/phases/split-phases.ts';

interface When {
  readonly occurredOn?: string;
  readonly sessionNumber?: number;
}

const point = (total: number, { occurredOn, sessionNumber }: When): PhasePoint => ({
  point: { occurredOn: occurredOn ?? null, sessionNumber: sessionNumber ?? null, episode: 1 },
  total,
});

const pivot = (
  entryId: string,
  { occurredOn, sessionNumber }: When,
  extra: Partial<PhaseBoundary> = {},
): PhaseBoundary => ({
  entryId,
  occurredOn: occurredOn ?? null,
  sessionNumber: sessionNumber ?? null,
  recordedAt: '2026-03-30T10:00:00.000Z',
  episode: 1,
  ...extra,
});

const totals = (points: readonly PhasePoint[], pivots: readonly PhaseBoundary[]): number[][] =>
  splitPhases(points, pivots).map((phase) => phase.points.map(({ total }) => total));

const march = (day: number): When => ({ occurredOn: `2026-03-${String(day).padStart(2, '0')}` });

describe('by day', () => {
  const points = [point(16, march(2)), point(15, march(9)), point(12, march(16)), point(9, march(23))];

  test('without a pivot all is one phase', () => {
    expect(splitPhases(points, [])).toEqual([{ from: null, until: null, points }]);
    expect(splitPhases([], [])).toEqual([{ from: null, until: null, points: [] }]);
  });

  test('the score of the pivot’s own day was answered before it', () => {
    expect(totals(points, [pivot('a', march(9))])).toEqual([
      [16, 15],
      [12, 9],
    ]);
  });

  test('a phase says which pivots it lies between', () => {
    const [a, b] = [pivot('a', march(4)), pivot('b', march(18))];
    expect(splitPhases(points, [b, a])).toMatchObject([
      { from: null, until: { entryId: 'a' } },
      { from: { entryId: 'a' }, until: { entryId: 'b' } },
      { from: { entryId: 'b' }, until: null },
    ]);
  });

  test('between two pivots of one day lies an empty phase, in the order in which they were written down', () => {
    const first = pivot('z', march(9), { recordedAt: '2026-03-09T10:00:00.000Z' });
    const second = pivot('a', march(9), { recordedAt: '2026-03-09T10:05:00.000Z' });
    const phases = splitPhases(points, [second, first]);
    expect(phases.map((phase) => phase.points.length)).toEqual([2, 0, 2]);
    expect(phases[1]).toMatchObject({ from: { entryId: 'z' }, until: { entryId: 'a' } });
  });

  test('written down in one instant, the smaller id comes first', () => {
    const phases = splitPhases(points, [pivot('b', march(9)), pivot('a', march(9))]);
    expect(phases[1]).toMatchObject({ from: { entryId: 'a' }, until: { entryId: 'b' } });
  });

  test('pivots before the first and after the last score make empty phases', () => {
    expect(totals(points, [pivot('a', march(1)), pivot('b', march(30))])).toEqual([[], [16, 15, 12, 9], []]);
  });

  test('a pivot of another course of therapy splits nothing', () => {
    expect(totals(points, [pivot('a', march(9), { episode: 2 })])).toEqual([[16, 15, 12, 9]]);
  });
});

describe('without days', () => {
  test('the session of the pivot itself is before it', () => {
    const points = [1, 2, 3, 4].map((sessionNumber) => point(sessionNumber, { sessionNumber }));
    expect(totals(points, [pivot('a', { sessionNumber: 2 })])).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test('without either number: what has one comes first', () => {
    expect(totals([point(1, { sessionNumber: 9 }), point(2, {})], [pivot('a', {})])).toEqual([[1, 2], []]);
    expect(totals([point(1, {})], [pivot('a', { sessionNumber: 9 })])).toEqual([[], [1]]);
  });

  test('undated pivots stand by their session numbers: 10 after 9', () => {
    const phases = splitPhases([], [pivot('a', { sessionNumber: 10 }), pivot('b', { sessionNumber: 9 })]);
    expect(phases.map(({ from }) => from?.entryId)).toEqual([undefined, 'b', 'a']);
  });
});

describe('one with a day, one without', () => {
  test('an undated pivot: a dated score goes by its session number, or comes after', () => {
    const undated = pivot('a', { sessionNumber: 4 });
    const points = [
      point(1, { ...march(2), sessionNumber: 4 }),
      point(2, { ...march(9), sessionNumber: 5 }),
      point(3, march(16)),
    ];
    expect(totals(points, [undated])).toEqual([[1], [2, 3]]);
    expect(totals(points, [pivot('b', {})])).toEqual([[], [1, 2, 3]]);
  });

  test('a dated pivot: an undated score goes by session numbers, or comes before', () => {
    const points = [point(1, { sessionNumber: 4 }), point(2, { sessionNumber: 5 }), point(3, {})];
    expect(totals(points, [pivot('a', { ...march(9), sessionNumber: 4 })])).toEqual([[1, 3], [2]]);
    expect(totals(points, [pivot('a', march(9))])).toEqual([[1, 2, 3], []]);
  });
});

describe('pairs of phases', () => {
  const falling = [18, 17, 19, 12, 11, 10, 6, 5].map((total, at) => point(total, march(1 + 2 * at)));

  const pairsOf = (points: readonly PhasePoint[], pivots: readonly PhaseBoundary[]) =>
    splitPhases(points, pivots).flatMap((after, at, phases) => {
      const before = phases[at - 1];
      if (!before) return [];
      const [earlier, later] = [before, after].map((phase) => phase.points.map(({ total }) => total));
      return [{ boundary: after.from, before, after, comparison: comparePhases(earlier!, later!, 'lower') }];
    });

  test('each pivot has the phase that it ended and the phase that it began, compared', () => {
    const pairs = pairsOf(falling, [pivot('b', march(11)), pivot('a', march(5))]);
    expect(pairs).toMatchObject([
      {
        boundary: { entryId: 'a' },
        before: { until: { entryId: 'a' } },
        after: { from: { entryId: 'a' }, until: { entryId: 'b' } },
        comparison: { kind: 'compared', nBefore: 3, nAfter: 3, nap: { estimate: 1 } },
      },
      { boundary: { entryId: 'b' }, comparison: { kind: 'too-few', nBefore: 3, nAfter: 2 } },
    ]);
  });

  test('no pivot, no pair', () => {
    expect(pairsOf(falling, [])).toEqual([]);
  });

  test('500 sessions and 30 pivots', () => {
    const points = Array.from({ length: 500 }, (_, at) => point(at % 20, { sessionNumber: at + 1 }));
    const pivots = Array.from({ length: 30 }, (_, at) => pivot(`p${at}`, { sessionNumber: 16 * (at + 1) }));
    const pairs = pairsOf(points, pivots);
    expect(pairs).toHaveLength(30);
    expect(pairs.every(({ comparison }) => comparison.kind === 'compared')).toBe(true);
  });
});
