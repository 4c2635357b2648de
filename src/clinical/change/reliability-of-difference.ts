import { standardErrorOfMeasurement } from './standard-errors.ts';

/** The group that a client belongs to, measured at both times; means and SDs in points of the measure. */
export interface PreAndPostGroup {
  readonly meanPre: number;
  readonly sdPre: number;
  readonly meanPost: number;
  readonly sdPost: number;
  /** Correlation of the two measurements in the group. */
  readonly correlation: number;
  /** Reliability of the first measurement. */
  readonly reliability: number;
}

/** The reliability in a group with another SD when the measurement error stays the same: r' = (s'² − s_E²) / s'². */
export const reliabilityAtSd = (sd: number, errorOfMeasurement: number): number =>
  (sd ** 2 - errorOfMeasurement ** 2) / sd ** 2;

/**
 * Reliability of difference scores, as Hageman & Arrindell 1999 use it:
 * r_DD = (s₁²·r₁ + s₂²·r₂ − 2·s₁·s₂·r₁₂) / (s₁² + s₂² − 2·s₁·s₂·r₁₂).
 */
export function reliabilityOfDifference(group: PreAndPostGroup): number {
  const { sdPre, sdPost, correlation, reliability } = group;
  const reliabilityPost = reliabilityAtSd(sdPost, standardErrorOfMeasurement(sdPre, reliability));
  const trueVariance = sdPre ** 2 * reliability + sdPost ** 2 * reliabilityPost;
  const sharedVariance = 2 * sdPre * sdPost * correlation;
  return (trueVariance - sharedVariance) / (sdPre ** 2 + sdPost ** 2 - sharedVariance);
}
