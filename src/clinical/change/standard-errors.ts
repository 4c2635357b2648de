// The three standard errors that the change indices divide by. SD and error are in points of the measure; the
// reliability is a coefficient between 0 and 1 whose kind (alpha, retest) must be named beside the result.

/** How far one observed score strays from the true one: s_E = s · √(1 − r). */
export const standardErrorOfMeasurement = (sd: number, reliability: number): number =>
  sd * Math.sqrt(1 - reliability);

/** How far two observed scores of an unchanged person stray from each other: s_diff = √(2 · s_E²). */
export const standardErrorOfDifference = (sd: number, reliability: number): number =>
  Math.SQRT2 * standardErrorOfMeasurement(sd, reliability);

/** How far a second score strays from the one that the first predicts: s_P = s · √(1 − r²). */
export const standardErrorOfPrediction = (sd: number, reliability: number): number =>
  sd * Math.sqrt(1 - reliability ** 2);
