/**
 * Kelley's estimate of the true score behind an observed one (Kelley 1927): T = M + r · (x − M).
 * The less reliable the measure, the nearer to the group's mean.
 */
export const trueScore = (observed: number, mean: number, reliability: number): number =>
  mean + reliability * (observed - mean);

/** The SD of true scores: s_T = s · √r. */
export const trueScoreSd = (sd: number, reliability: number): number => sd * Math.sqrt(reliability);
