import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Better } from '../../../src/clinical/instruments/instrument.ts';
import { comparePhases, type ComparedPhases } from '../../../src/clinical/phases/compare-phases.ts';
import type { Estimate } from '../../../src/clinical/phases/estimate.ts';
import {
  splitPhases,
  type PhaseBoundary,
  type PhasePoint,
} from '../../../src/clinical/phases/split-phases.ts';

const total = fc.integer({ min: 0, max: 27 });
const phase = fc.array(total, { minLength: 3, maxLength: 12 });
const better = fc.constantFrom<Better>('lower', 'higher');
const opposite = (direction: Better): Better => (direction === 'lower' ? 'higher' : 'lower');

function compared(before: readonly number[], after: readonly number[], direction: Better): ComparedPhases {
  const comparison = comparePhases(before, after, direction);
  if (comparison.kind === 'too-few') throw new Error('three scores in each phase are enough');
  return comparison;
}

describe('two phases compared', () => {
  test('phases swapped: NAP is mirrored around one half, Tau around 0, intervals with them', () => {
    fc.assert(
      fc.property(phase, phase, better, (a, b, direction) => {
        const [there, back] = [compared(a, b, direction), compared(b, a, direction)];
        expect(back.nap.estimate).toBeCloseTo(1 - there.nap.estimate, 12);
        expect(back.nap.standardError).toBeCloseTo(there.nap.standardError ?? NaN, 12);
        expect(back.nap.interval.lower).toBeCloseTo(1 - there.nap.interval.upper, 12);
        expect(back.nap.interval.upper).toBeCloseTo(1 - there.nap.interval.lower, 12);
        expect(back.details.tau?.estimate).toBeCloseTo(-(there.details.tau?.estimate ?? NaN), 12);
      }),
    );
  });

  test('the opposite direction: every index that has one is mirrored, and so is what is said', () => {
    const other = { better: 'worse', worse: 'better', 'no-clear-difference': 'no-clear-difference' };
    fc.assert(
      fc.property(phase, phase, better, (a, b, direction) => {
        const [one, turned] = [compared(a, b, direction), compared(a, b, opposite(direction))];
        expect(turned.nap.estimate).toBeCloseTo(1 - one.nap.estimate, 12);
        expect(turned.tauBc.estimate).toBeCloseTo(-one.tauBc.estimate, 12);
        expect(turned.tauBc.interval.lower).toBeCloseTo(-one.tauBc.interval.upper, 12);
        expect(turned.details.tauU).toBeCloseTo(-(one.details.tauU ?? NaN), 12);
        expect(turned.details.pem).toBeCloseTo(1 - (one.details.pem ?? NaN), 12);
        for (const index of ['tauBcTauB', 'smdBefore', 'smdPooled', 'logResponseRatio'] as const) {
          expectMirrored(turned.details[index], one.details[index]);
        }
        expect(turned.outcome.kind).toBe(other[one.outcome.kind]);
      }),
    );
  });

  test('scores turned upside down with the direction give the same', () => {
    const upsideDown = (scores: readonly number[]) => scores.map((score) => 27 - score);
    fc.assert(
      fc.property(phase, phase, better, (a, b, direction) => {
        const [one, turned] = [
          compared(a, b, direction),
          compared(upsideDown(a), upsideDown(b), opposite(direction)),
        ];
        expect(ranked(turned)).toEqual(ranked(one));
        expect(turned.outcome).toEqual(one.outcome);
      }),
    );
  });

  test('a constant added to all scores changes nothing but medians and ratios', () => {
    fc.assert(
      fc.property(phase, phase, better, fc.integer({ min: 1, max: 1000 }), (a, b, direction, more) => {
        const raised = (scores: readonly number[]) => scores.map((score) => score + more);
        const [one, other] = [compared(a, b, direction), compared(raised(a), raised(b), direction)];
        expect(ranked(other)).toEqual(ranked(one));
        expect(other.outcome).toEqual(one.outcome);
        expect(other.medianBefore).toBe(one.medianBefore + more);
        expect(other.details.smdPooled === null).toBe(one.details.smdPooled === null);
        if (one.details.smdPooled) {
          expect(other.details.smdPooled?.estimate).toBeCloseTo(one.details.smdPooled.estimate, 9);
        }
      }),
    );
  });

  test('NAP and Tau do not depend on the order of the scores within a phase', () => {
    fc.assert(
      fc.property(phase, phase, better, (a, b, direction) => {
        const sorted = (scores: readonly number[]) => [...scores].sort((x, y) => x - y);
        const [one, other] = [compared(a, b, direction), compared(sorted(a), sorted(b), direction)];
        expect(other.nap).toEqual(one.nap);
        expect(other.details.tau).toEqual(one.details.tau);
        expect(other.details.pand).toEqual(one.details.pand);
      }),
    );
  });

  const anyScore = fc.oneof(
    total,
    fc.constantFrom(0, -0, 0.1, 1e-300, -1e9, 1e9),
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  );

  test('intervals hold their estimate and stay on their scale', () => {
    const anyPhase = fc.array(anyScore, { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(anyPhase, anyPhase, better, (a, b, direction) => {
        const { nap, tauBc, details } = compared(a, b, direction);
        expectWithin(nap, 0, 1);
        expectWithin(tauBc, -1, 1);
        if (details.tau) expectWithin(details.tau, -1, 1);
        for (const index of [
          details.tauBcTauB,
          details.smdBefore,
          details.smdPooled,
          details.logResponseRatio,
        ]) {
          if (index?.interval) expectWithin(index, -Infinity, Infinity);
        }
      }),
    );
  });

  test('no figure is ever not a number, whatever the scores and however few', () => {
    const anyPhase = fc.array(anyScore, { maxLength: 10 });
    fc.assert(
      fc.property(anyPhase, anyPhase, better, (a, b, direction) => {
        for (const figure of figuresIn(comparePhases(a, b, direction)))
          expect(figure).toSatisfy(Number.isFinite);
      }),
      { numRuns: 500 },
    );
  });
});

function expectMirrored(turned: Estimate | null, one: Estimate | null): void {
  if (one === null) return expect(turned).toBeNull();
  expect(turned?.estimate).toBeCloseTo(-one.estimate, 9);
  if (one.interval) expect(turned?.interval?.lower).toBeCloseTo(-one.interval.upper, 9);
}

/** An end may lie a last digit beyond an estimate that it meets. */
function expectWithin({ estimate, interval }: Estimate, least: number, most: number): void {
  expect(interval?.lower).toBeGreaterThanOrEqual(least);
  expect(interval?.upper).toBeLessThanOrEqual(most);
  expect(interval?.lower).toBeLessThanOrEqual(estimate);
  expect(interval?.upper).toBeGreaterThanOrEqual(estimate);
}

/** What depends only on which score is the larger one. */
const ranked = ({ nap, tauBc, details: { tau, tauU, pnd, pem, pand, ird } }: ComparedPhases) => ({
  ...{ nap, tauBc, tau, tauU, pnd, pem, pand, ird },
});

const figuresIn = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(figuresIn)
      : [];

describe('scores split into phases', () => {
  const day = fc.option(fc.integer({ min: 1, max: 9 }).map((date) => `2026-03-0${date}`));
  const session = fc.option(fc.integer({ min: 1, max: 9 }));
  const points = fc.array(
    fc
      .record({ occurredOn: day, sessionNumber: session, total })
      .map(({ total: score, ...when }): PhasePoint => ({ point: { ...when, episode: 1 }, total: score })),
    { maxLength: 15 },
  );
  const recordedAt = fc.constantFrom('2026-03-01T09:00:00.000Z', '2026-03-05T09:00:00.000Z');
  const pivots = fc
    .array(fc.record({ occurredOn: day, sessionNumber: session, recordedAt }), { maxLength: 6 })
    .map((all) => all.map((pivot, at): PhaseBoundary => ({ ...pivot, entryId: `p${at}`, episode: 1 })));

  test('n pivots make n + 1 phases, and every score lands in exactly one', () => {
    fc.assert(
      fc.property(points, pivots, (given, boundaries) => {
        const phases = splitPhases(given, boundaries);
        expect(phases).toHaveLength(boundaries.length + 1);
        const landed = phases.flatMap((phase) => phase.points);
        expect(landed).toHaveLength(given.length);
        expect(new Set(landed)).toEqual(new Set(given));
      }),
    );
  });

  test('each pivot ends one phase and begins the next', () => {
    fc.assert(
      fc.property(points, pivots, (given, boundaries) => {
        const phases = splitPhases(given, boundaries);
        expect(phases[0]?.from).toBeNull();
        expect(phases.at(-1)?.until).toBeNull();
        for (const [at, { until }] of phases.slice(0, -1).entries()) expect(phases[at + 1]?.from).toBe(until);
      }),
    );
  });

  test('the order in which pivots are handed over does not matter', () => {
    const shuffled = pivots.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(points, shuffled, (given, [inOrder, inAnyOrder]) => {
        expect(splitPhases(given, inAnyOrder)).toEqual(splitPhases(given, inOrder));
      }),
    );
  });

  test('of dated scores and pivots: on or before the day is before, after it is after', () => {
    const dated = day.filter((one) => one !== null);
    fc.assert(
      fc.property(points, pivots, dated, (given, boundaries, any) => {
        const phases = splitPhases(
          given.map(({ point, ...rest }) => ({
            ...rest,
            point: { ...point, occurredOn: point.occurredOn ?? any },
          })),
          boundaries.map((pivot) => ({ ...pivot, occurredOn: pivot.occurredOn ?? any })),
        );
        for (const { from, until, points: within } of phases)
          for (const { point } of within) {
            if (from?.occurredOn) expect(point.occurredOn.localeCompare(from.occurredOn)).toBe(1);
            if (until?.occurredOn) expect(point.occurredOn.localeCompare(until.occurredOn)).not.toBe(1);
          }
      }),
    );
  });
});
