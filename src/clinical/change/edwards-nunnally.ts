import { standardErrorOfMeasurement } from './standard-errors.ts';
import { trueScore } from './true-score.ts';

export interface EdwardsNunnallyInputs {
  readonly pre: number;
  readonly post: number;
  /** Mean and SD of the group that the client belongs to, before treatment. */
  readonly meanPre: number;
  readonly sdPre: number;
  readonly reliability: number;
}

/**
 * Does the second score leave the interval around the first one's true score? (Edwards, Yarvis, Mueller, Zingale &
 * Wagman 1978; Nunnally; as in Speer 1992, doi 10.1037/0022-006X.60.3.402): RC = (x₂ − (r · (x₁ − M) + M)) / (s · √(1 − r)).
 */
export function edwardsNunnally(inputs: EdwardsNunnallyInputs): number {
  const { pre, post, meanPre, sdPre, reliability } = inputs;
  const trueStart = trueScore(pre, meanPre, reliability);
  return (post - trueStart) / standardErrorOfMeasurement(sdPre, reliability);
}
