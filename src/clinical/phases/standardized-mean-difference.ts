import type { Better } from '../instruments/instrument.ts';
import type { Estimate } from './estimate.ts';
import { moments, type Moments } from './moments.ts';
import { normalEstimate } from './normal-estimate.ts';

export interface SmdOptions {
  /** The SD to count in: that of the phase before, or of both pooled. */
  readonly spread: 'before' | 'pooled';
  /** Hedges' J = 1 − 3/(4·df − 1); without it the difference is too large in small phases. */
  readonly isCorrected: boolean;
}

/**
 * Difference of means in SDs of this one client, positive where better (Hedges 1981, Journal of Educational Statistics 6,
 * 107–128; Pustejovsky 2015, Psychological Methods 20, 342–359, doi 10.1037/met0000019): d = J · (M₂ − M₁) / s. It is
 * not comparable with a d between groups. By the convention of SingleCaseES the error takes the corrected d:
 * SE = J · √(1/m + V₂/(n·V₁) + d²/(2·df)), pooled: J · √(1/m + 1/n + d²/(2·df)).
 * Null where there is nothing to count in: one score only, all equal, or a correction that leaves nothing (df = 1).
 */
export function standardizedMeanDifference(
  before: readonly number[],
  after: readonly number[],
  better: Better,
  { spread, isCorrected }: SmdOptions,
): Estimate | null {
  const [earlier, later] = [moments(before), moments(after)];
  const { df, variance, sampling } = spread === 'before' ? ofBefore(earlier, later) : pooled(earlier, later);
  const j = isCorrected ? smallSampleCorrection(df) : 1;
  const gain = better === 'higher' ? later.mean - earlier.mean : earlier.mean - later.mean;
  const d = (j * gain) / Math.sqrt(variance);
  return normalEstimate(d, j * Math.sqrt(sampling + d ** 2 / (2 * df)));
}

const ofBefore = (earlier: Moments, later: Moments) => ({
  df: earlier.n - 1,
  variance: earlier.variance,
  sampling: 1 / earlier.n + later.variance / (later.n * earlier.variance),
});

function pooled(earlier: Moments, later: Moments) {
  const df = earlier.n + later.n - 2;
  const variance = (earlier.sumOfSquares + later.sumOfSquares) / df;
  return { df, variance, sampling: 1 / earlier.n + 1 / later.n };
}

const smallSampleCorrection = (df: number): number => (df > 1 ? 1 - 3 / (4 * df - 1) : NaN);
