import type { Better } from '../instruments/instrument.ts';
import { countPairs } from './count-pairs.ts';
import type { EstimateWithInterval } from './estimate.ts';
import { napStandardError } from './nap-standard-error.ts';
import { newcombeInterval } from './newcombe-interval.ts';

/**
 * Nonoverlap of all pairs (Parker & Vannest 2009, Behavior Therapy 40, 357–367, doi 10.1016/j.beth.2008.10.006): of all pairs
 * of one score before and one after, the share that is better after, ties counting one half. 0.5: no difference; 1: every
 * score after is better than every one before. Null where a phase is empty.
 * @param tiedWithin scores that lie no further apart count as tied
 */
export function nap(
  before: readonly number[],
  after: readonly number[],
  better: Better,
  tiedWithin = 0,
): EstimateWithInterval | null {
  const [m, n] = [before.length, after.length];
  if (m === 0 || n === 0) return null;
  const pairs = countPairs(before, after, better, tiedWithin);
  const interval = newcombeInterval(pairs.improved, m, n);
  return { standardError: napStandardError(pairs), interval, estimate: pairs.improved / (m * n) };
}
