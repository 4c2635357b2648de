import { twoSidedCriticalValue } from './critical-value.ts';
import { standardErrorOfDifference } from './standard-errors.ts';

/** What Jacobson–Truax needs to know of a measure to say how many points a reliable change takes. */
export interface ErrorOfMeasure {
  readonly sd: number;
  readonly reliability: number;
  /** Two-sided, e.g. 0.95. */
  readonly confidence: number;
}

/** The change in points that must be exceeded to be reliable: z · s_diff (Jacobson & Truax 1991). Not rounded. */
export function rawChangeNeeded({ sd, reliability, confidence }: ErrorOfMeasure): number {
  return twoSidedCriticalValue(confidence) * standardErrorOfDifference(sd, reliability);
}
