import { reliabilityOfDifference } from './reliability-of-difference.ts';
import type { PreAndPostGroup } from './reliability-of-difference.ts';
import { standardErrorOfDifference } from './standard-errors.ts';
import { trueScore } from './true-score.ts';

export interface HagemanArrindellInputs extends PreAndPostGroup {
  readonly pre: number;
  readonly post: number;
}

/**
 * Change of true scores, Hageman & Arrindell 1999, Behaviour Research and Therapy 37, 1169–1193
 * (doi 10.1016/S0005-7967(99)00032-7): RC = ((x₂ − x₁)·r_DD + (M₂ − M₁)·(1 − r_DD)) / (√r_DD · √(2·s_E²)).
 * Tested one-sided: reliable beyond 1.644854 at 95%. Not a number where the group's changes have no true variance
 * (r_DD ≤ 0): the method does not apply there.
 */
export function hagemanArrindell({ pre, post, ...group }: HagemanArrindellInputs): number {
  const reliabilityOfChange = reliabilityOfDifference(group);
  const trueChange = trueScore(post - pre, group.meanPost - group.meanPre, reliabilityOfChange);
  const errorOfDifference = standardErrorOfDifference(group.sdPre, group.reliability);
  return trueChange / (Math.sqrt(reliabilityOfChange) * errorOfDifference);
}
