/** Decimals such as 0.1 have no exact binary form; differences below this are no differences between scores. */
export const decimalNoise = 1e-9;

/** Is `total` a whole number of steps above `min`? A step of 0 allows any decimal. */
export function isOnAStep(total: number, min: number, step: number): boolean {
  if (step === 0) return true;
  const steps = (total - min) / step;
  return Math.abs(steps - Math.round(steps)) < decimalNoise;
}
