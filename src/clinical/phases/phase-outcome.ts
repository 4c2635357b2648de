// What may be said in words of two phases. This is our own plain reading of published intervals, not a published threshold:
// a difference is named when the 95% interval of NAP leaves out 0.5 (no difference), and by nothing else.
// The interval is an approximation: of three scores each without overlap it begins at 0.501, where an exact rank test would give
// p = .10. So what it says of few scores (isFew) is said with reservations.
import type { Interval } from './estimate.ts';

export type PhaseOutcome =
  | { readonly kind: 'no-clear-difference' }
  | {
      readonly kind: 'better' | 'worse';
      /**
       * 'trend-before': without the trend of the phase before, the interval of the baseline-corrected Tau no longer says the
       * same, so a course that the scores were on before the change may explain the difference.
       */
      readonly caution: 'trend-before' | null;
    };

export function phaseOutcome(napInterval: Interval, tauBcInterval: Interval): PhaseOutcome {
  const kind = sideOf(napInterval, 0.5);
  if (kind === null) return { kind: 'no-clear-difference' };
  return { kind, caution: sideOf(tauBcInterval, 0) === kind ? null : 'trend-before' };
}

/** Where the whole interval lies; null where it holds the value of no difference. */
const sideOf = ({ lower, upper }: Interval, noDifference: number): 'better' | 'worse' | null =>
  lower > noDifference ? 'better' : upper < noDifference ? 'worse' : null;
