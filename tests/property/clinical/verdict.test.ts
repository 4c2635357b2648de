import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderPoints } from '../../../src/clinical/episodes/order-points.ts';
import { phq9 } from '../../../src/clinical/instruments/phq-9/phq-9.ts';
import type { ScoreOutcome } from '../../../src/clinical/scoring/score-response.ts';
import { judge } from '../../../src/clinical/verdict/judge.ts';
import type { ScorePoint } from '../../../src/clinical/verdict/score-point.ts';
import { seriesOf, seriesOn } from '../../../src/clinical/verdict/series.ts';

const day = fc.integer({ min: 1, max: 28 }).map((d) => `2026-02-${String(d).padStart(2, '0')}`);
const outcome = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .integer({ min: 0, max: 27 })
      .map((total): ScoreOutcome => ({ kind: 'scored', total, subscales: {} })),
  },
  {
    weight: 1,
    arbitrary: fc.constant<ScoreOutcome>({ kind: 'incomplete', answered: 0, of: 9, missingItemIds: [] }),
  },
  {
    weight: 1,
    arbitrary: fc.constant<ScoreOutcome>({ kind: 'invalid', problems: [{ kind: 'not-a-number' }] }),
  },
);
const point: fc.Arbitrary<ScorePoint> = fc.record({
  entryId: fc.uuid(),
  instrumentId: fc.constant(phq9.id),
  instrumentVersion: fc.constant(phq9.version),
  coding: fc.constant(phq9.coding),
  respondent: fc.constantFrom('self' as const, 'partner' as const),
  mode: fc.constantFrom('self' as const, 'link' as const),
  episode: fc.constantFrom(1, 2),
  occurredOn: fc.option(day, { nil: null }),
  sessionNumber: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }),
  recordedAt: day.map((written) => `${written}T10:00:00.000Z`),
  outcome,
});
const client = fc.uniqueArray(point, { selector: ({ entryId }) => entryId, maxLength: 25 });
const shuffled = client.chain((points) =>
  fc.tuple(fc.constant(points), fc.shuffledSubarray(points, { minLength: points.length })),
);
const line = {
  instrumentId: phq9.id,
  instrumentVersion: phq9.version,
  coding: phq9.coding,
  respondent: 'self' as const,
};

test('the order in which devices synced does not move a point or a verdict', () => {
  fc.assert(
    fc.property(shuffled, ([points, others]) => {
      expect(orderPoints(others).placed).toEqual(orderPoints(points).placed);
      const problemsInAnyOrder = (all: readonly ScorePoint[]) => {
        const { problems, ...rest } = judge(phq9, seriesOn(line, all), 1);
        return { ...rest, problems: problems.map((problem) => JSON.stringify(problem)).sort() };
      };
      expect(problemsInAnyOrder(others)).toEqual(problemsInAnyOrder(points));
    }),
  );
});

test('the order of two points does not depend on a third', () => {
  fc.assert(
    fc.property(client, fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }), (points, kept) => {
      const some = points.filter((_, i) => kept[i]);
      const inTheWhole = orderPoints(points).placed.filter((p) => some.includes(p));
      expect(orderPoints(some).placed).toEqual(inTheWhole);
    }),
  );
});

test('no point is lost or doubled by putting them in order', () => {
  fc.assert(
    fc.property(client, (points) => {
      const { placed, unplaced } = orderPoints(points);
      const ids = [...placed, ...unplaced].map(({ entryId }) => entryId);
      expect([...ids].sort()).toEqual(points.map(({ entryId }) => entryId).sort());
    }),
  );
});

test('dated points stay in order of date, undated ones in order of number', () => {
  fc.assert(
    fc.property(client, (points) => {
      const { placed } = orderPoints(points);
      const days = placed.flatMap(({ occurredOn }) => occurredOn ?? []);
      expect(days).toEqual([...days].sort());
      const numbers = placed.flatMap((p) => (p.occurredOn === null ? (p.sessionNumber ?? []) : []));
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    }),
  );
});

test('every point is in exactly one series, with one respondent', () => {
  fc.assert(
    fc.property(client, (points) => {
      const series = seriesOf(points);
      const all = series.flatMap((one) => [...one.points.map((p) => p.point), ...one.unplaced]);
      expect(all).toHaveLength(points.length);
      for (const one of series) {
        expect(new Set(one.points.map((p) => p.point.respondent)).size).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('a verdict compares two different complete points of the episode asked for, the earlier first', () => {
  fc.assert(
    fc.property(client, (points) => {
      const series = seriesOn(line, points);
      const verdict = judge(phq9, series, 1);
      if (verdict.kind !== 'judged') return;
      const { start, latest } = verdict;
      const order = series.points.map((p) => p.point.entryId);
      expect(order.indexOf(start.point.entryId)).toBeLessThan(order.indexOf(latest.point.entryId));
      for (const { point: used } of [start, latest]) {
        expect(used).toMatchObject({ episode: 1, respondent: 'self', outcome: { kind: 'scored' } });
      }
      expect(verdict.change).toBe(latest.total - start.total);
    }),
  );
});

test('an incomplete response never moves a verdict', () => {
  fc.assert(
    fc.property(client, (points) => {
      const withoutProblems = (all: readonly ScorePoint[]) => ({
        ...judge(phq9, seriesOn(line, all), 1),
        problems: [],
      });
      const complete = points.filter((p) => p.outcome.kind === 'scored');
      expect(withoutProblems(points)).toEqual(withoutProblems(complete));
    }),
  );
});
