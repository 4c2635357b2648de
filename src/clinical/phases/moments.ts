/** How many scores, their mean, and their squared distances from it. */
export interface Moments {
  readonly n: number;
  /** Not a number where there is no score. */
  readonly mean: number;
  readonly sumOfSquares: number;
  /** With n − 1. Not a number where there is one score or none. */
  readonly variance: number;
}

/** Counted from the first score, so that equal scores have no variance at all, decimals or not. */
export function moments(scores: readonly number[]): Moments {
  const n = scores.length;
  const first = scores[0] ?? NaN;
  const mean = first + scores.reduce((sum, score) => sum + (score - first), 0) / n;
  const sumOfSquares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return { n, mean, sumOfSquares, variance: sumOfSquares / (n - 1) };
}
