import { standardErrorOfPrediction } from './standard-errors.ts';

export interface HsuLinnLordInputs {
  readonly pre: number;
  readonly post: number;
  /** Mean and SD of the client's group before treatment, and its mean afterwards. */
  readonly meanPre: number;
  readonly sdPre: number;
  readonly meanPost: number;
  readonly reliability: number;
}

/**
 * Change against the group's own course (Hsu 1989, Behavioral Assessment 11, 459–467; "HLL", a name that
 * authors spell out differently: Hsu–Linn–Lord, Hsu–Linn–Nord, Hsu–Lindley): RC = ((x₂ − M₂) − r · (x₁ − M₁)) / (s₁ · √(1 − r²)).
 * Someone who only moved with the group has not changed by this rule.
 */
export function hsuLinnLord(inputs: HsuLinnLordInputs): number {
  const { pre, post, meanPre, sdPre, meanPost, reliability } = inputs;
  const expectedPost = meanPost + reliability * (pre - meanPre);
  return (post - expectedPost) / standardErrorOfPrediction(sdPre, reliability);
}
