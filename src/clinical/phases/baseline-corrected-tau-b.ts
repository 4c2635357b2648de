import type { Better } from '../instruments/instrument.ts';
import { countPairs } from './count-pairs.ts';
import type { Estimate } from './estimate.ts';
import { normalEstimate } from './normal-estimate.ts';
import { withoutBaselineTrend } from './without-baseline-trend.ts';

/**
 * Baseline-corrected Tau as Tarlow (2017) prints it: Kendall's tau-b between the residuals and the phase,
 * S / √((N − T)·m·n), N all pairs of the m + n residuals and T the tied ones; SE = √(2/(m + n) · (1 − τ²)). Without ties it does
 * not reach 1 even where nothing overlaps (it is √(mn/N) there), and its large-sample interval may lie beyond 1. Null where
 * every residual is tied, where there are fewer than two scores before, or none after.
 */
export function baselineCorrectedTauB(
  before: readonly number[],
  after: readonly number[],
  better: Better,
): Estimate | null {
  const left = withoutBaselineTrend(before, after);
  if (left === null) return null;
  const pairs = before.length * after.length;
  const s = 2 * countPairs(left.before, left.after, better, left.tiedWithin).improved - pairs;
  const untied = untiedPairs([...left.before, ...left.after], left.tiedWithin);
  const tauB = s / Math.sqrt(untied * pairs);
  return normalEstimate(tauB, Math.sqrt((2 / (before.length + after.length)) * (1 - tauB ** 2)));
}

function untiedPairs(values: readonly number[], tiedWithin: number): number {
  let untied = 0;
  for (const [i, a] of values.entries())
    for (const b of values.slice(i + 1)) if (Math.abs(a - b) > tiedWithin) untied += 1;
  return untied;
}
