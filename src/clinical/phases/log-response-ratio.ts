import type { Better } from '../instruments/instrument.ts';
import type { Estimate } from './estimate.ts';
import { moments } from './moments.ts';
import { normalEstimate } from './normal-estimate.ts';

export interface ResponseRatioOptions {
  /** A count of events has a least mean, 1/(2n), and a least variance, 1/n³ (D = 1); any other score is taken as it is. */
  readonly scale: 'count' | 'other';
  /** Takes off the bias that the logarithm of a mean of few scores has. */
  readonly isCorrected: boolean;
}

/**
 * Log of the ratio of the means, positive where better (Pustejovsky 2015, Psychological Methods 20, 342–359,
 * doi 10.1037/met0000019; 2018, Journal of School Psychology 68, 99–112, doi 10.1016/j.jsp.2018.02.003): the difference of
 * ln M + V/(2n·M²) between the phases; SE = √(V₁/(m·M₁²) + V₂/(n·M₂²)). It speaks of per cent, so it is meant for what has a
 * true zero; a sum of items has none. Null where a score is below 0, a mean is 0 (and no count), or a variance is needed
 * and a phase has one score.
 */
export function logResponseRatio(
  before: readonly number[],
  after: readonly number[],
  better: Better,
  { scale, isCorrected }: ResponseRatioOptions,
): Estimate | null {
  if ([...before, ...after].some((score) => score < 0)) return null;
  const [earlier, later] = [meanOfPhase(before, scale), meanOfPhase(after, scale)];
  const logMean = ({ mean, squaredError }: MeanOfPhase): number =>
    Math.log(mean) + (isCorrected ? squaredError / 2 : 0);
  const rise = logMean(later) - logMean(earlier);
  const standardError = Math.sqrt(earlier.squaredError + later.squaredError);
  return normalEstimate(better === 'higher' ? rise : -rise, standardError);
}

interface MeanOfPhase {
  readonly mean: number;
  /** V/(n·M²): of the mean, in shares of itself. */
  readonly squaredError: number;
}

function meanOfPhase(scores: readonly number[], scale: ResponseRatioOptions['scale']): MeanOfPhase {
  const { n, mean: plainMean, variance: plainVariance } = moments(scores);
  // Math.max keeps what is not a number: one score has no variance, counted or not.
  const mean = scale === 'count' ? Math.max(plainMean, 1 / (2 * n)) : plainMean;
  const variance = scale === 'count' ? Math.max(plainVariance, 1 / n ** 3) : plainVariance;
  return { mean, squaredError: variance / (n * mean ** 2) };
}
