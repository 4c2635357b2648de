/** 95%, both ends included. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

export interface Estimate {
  readonly estimate: number;
  /** Null where the scores do not give one, e.g. a phase with a single score. */
  readonly standardError: number | null;
  /** Null where there is no standard error to make it from. */
  readonly interval: Interval | null;
}

/** An index whose interval does not need its standard error (Newcombe's): there always is one. */
export interface EstimateWithInterval extends Estimate {
  readonly interval: Interval;
}
