import type { Better } from '../instruments/instrument.ts';
import { soHigherIsBetter } from './so-higher-is-better.ts';

/** Every score after a change set beside every score before it. A pair counts 1 if it is better, ½ if tied, else 0. */
export interface PairCounts {
  readonly nBefore: number;
  readonly nAfter: number;
  /** Of all pairs. */
  readonly improved: number;
  /** Σ of the squared counts of the single scores before, of those after, and of the single pairs. */
  readonly squaredByBefore: number;
  readonly squaredByAfter: number;
  readonly squaredByPair: number;
}

/** @param tiedWithin scores that lie no further apart count as tied; 0: only equal ones. */
export function countPairs(
  before: readonly number[],
  after: readonly number[],
  better: Better,
  tiedWithin = 0,
): PairCounts {
  const [earlier, later] = [soHigherIsBetter(before, better), soHigherIsBetter(after, better)];
  const rows = earlier.map((a) => later.map((b) => pairCount(b - a, tiedWithin)));
  const byBefore = rows.map(sum);
  const byAfter = later.map((_, at) => sum(rows.map((row) => row[at] ?? 0)));
  return {
    nBefore: before.length,
    nAfter: after.length,
    improved: sum(byBefore),
    squaredByBefore: sum(byBefore.map(square)),
    squaredByAfter: sum(byAfter.map(square)),
    squaredByPair: sum(rows.map((row) => sum(row.map(square)))),
  };
}

const pairCount = (gain: number, tiedWithin: number): number =>
  Math.abs(gain) <= tiedWithin ? 0.5 : gain > 0 ? 1 : 0;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const square = (value: number): number => value ** 2;
