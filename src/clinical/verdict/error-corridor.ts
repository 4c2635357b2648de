import { neededChange } from '../change/reliable-change.ts';
import type { ChangeRule, Instrument } from '../instruments/instrument.ts';
import { decimalNoise } from '../scoring/step.ts';

export interface ErrorCorridor {
  /** In points of the measure, clipped to its range, not rounded. */
  readonly low: number;
  readonly high: number;
  /**
   * Is a total exactly on this edge still within the error? No only where a published rule (that many points are enough) meets
   * a measure of any decimals, which has no last total before the edge.
   */
  readonly lowIsWithin: boolean;
  readonly highIsWithin: boolean;
}

/**
 * The band of totals around the baseline that the rule cannot tell from measurement error. A computed rule asks for more than
 * its points, so its edges are within; a published one is met on its edge, so the band ends one total before it.
 */
export function errorCorridor(
  baselineTotal: number,
  rule: ChangeRule,
  { range: { min, max }, step }: Pick<Instrument, 'range' | 'step'>,
): ErrorCorridor {
  const { points, inclusive } = neededChange(rule);
  const [from, to] = [baselineTotal - points, baselineTotal + points];
  const ends = { isLowOfRange: from < min - decimalNoise, isHighOfRange: to > max + decimalNoise };
  const isStepped = inclusive && step > 0;
  const low = isStepped ? min + (Math.floor((from - min) / step + decimalNoise) + 1) * step : from;
  const high = isStepped ? min + (Math.ceil((to - min) / step - decimalNoise) - 1) * step : to;
  return {
    low: Math.max(min, low),
    high: Math.min(max, high),
    lowIsWithin: !inclusive || isStepped || ends.isLowOfRange,
    highIsWithin: !inclusive || isStepped || ends.isHighOfRange,
  };
}
