import type { Better } from '../instruments/instrument.ts';
import type { EstimateWithInterval } from './estimate.ts';
import { nap } from './nap.ts';

/**
 * Tau of nonoverlap (Parker, Vannest, Davis & Sauber 2011, Behavior Therapy 42, 284–299, doi 10.1016/j.beth.2010.08.006): pairs
 * that are better less pairs that are worse, over all pairs. NAP on a scale from −1 to 1, error and interval with it:
 * Tau = 2·NAP − 1. Null where a phase is empty.
 */
export function tau(
  before: readonly number[],
  after: readonly number[],
  better: Better,
  tiedWithin = 0,
): EstimateWithInterval | null {
  const share = nap(before, after, better, tiedWithin);
  if (share === null) return null;
  const { estimate, standardError, interval } = share;
  return {
    standardError: standardError === null ? null : 2 * standardError,
    interval: { lower: 2 * interval.lower - 1, upper: 2 * interval.upper - 1 },
    estimate: 2 * estimate - 1,
  };
}
