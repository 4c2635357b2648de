import type { Better } from '../instruments/instrument.ts';
import type { EstimateWithInterval } from './estimate.ts';
import { tau } from './tau.ts';
import { withoutBaselineTrend } from './without-baseline-trend.ts';

/**
 * Baseline-corrected Tau, Tau-BC (Tarlow 2017): Tau of what is left of the scores when the trend of the phase before is taken
 * off both phases. This variant (tau-a) ranges from −1 to 1 as Tau does and has Tau's error and interval, Newcombe's. Null where
 * there are fewer than two scores before, or none after.
 */
export function baselineCorrectedTau(
  before: readonly number[],
  after: readonly number[],
  better: Better,
): EstimateWithInterval | null {
  const left = withoutBaselineTrend(before, after);
  return left && tau(left.before, left.after, better, left.tiedWithin);
}
