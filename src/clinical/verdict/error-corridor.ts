import { neededChange } from '../change/reliable-change.ts';
import type { ChangeRule, Instrument } from '../instruments/instrument.ts';

export interface ErrorCorridor {
  /** In points of the measure, clipped to its range, not rounded. */
  readonly low: number;
  readonly high: number;
  /** Is a total exactly on an edge still within the error? Published integers: no. Computed: yes (the test is strict). */
  readonly edgesWithin: boolean;
}

/** The band of totals around the baseline that the rule cannot tell from measurement error: baseline ± needed change. */
export function errorCorridor(
  baselineTotal: number,
  rule: ChangeRule,
  { range }: Pick<Instrument, 'range'>,
): ErrorCorridor {
  const { points, inclusive } = neededChange(rule);
  return {
    low: Math.max(range.min, baselineTotal - points),
    high: Math.min(range.max, baselineTotal + points),
    edgesWithin: !inclusive,
  };
}
