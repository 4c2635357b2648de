import { median } from './median.ts';

/** A straight line through the scores of sessions 1, 2, … */
export interface Trend {
  /** In points of the measure for each session. */
  readonly slope: number;
  readonly intercept: number;
}

/**
 * The trend that no single odd score can tilt (Theil 1950; Sen 1968, JASA 63, 1379–1389): the median of the slopes between all
 * pairs of scores, and the median of what it leaves. By session, not by date. Null of fewer than two scores.
 */
export function theilSen(scores: readonly number[]): Trend | null {
  const slopes: number[] = [];
  for (const [i, from] of scores.entries())
    for (const [gap, to] of scores.slice(i + 1).entries()) slopes.push((to - from) / (gap + 1));
  const slope = median(slopes);
  const intercept = slope === null ? null : median(scores.map((score, i) => score - slope * (i + 1)));
  return slope === null || intercept === null ? null : { slope, intercept };
}
