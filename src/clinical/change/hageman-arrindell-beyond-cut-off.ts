import { reliabilityAtSd } from './reliability-of-difference.ts';
import type { PreAndPostGroup } from './reliability-of-difference.ts';
import { standardErrorOfMeasurement } from './standard-errors.ts';
import { trueScore } from './true-score.ts';

export interface BeyondCutOffInputs extends Pick<
  PreAndPostGroup,
  'sdPre' | 'meanPost' | 'sdPost' | 'reliability'
> {
  readonly post: number;
  /** Of true scores: cut-off a, b or c from SDs times √r (`trueScoreSd`). */
  readonly cutOff: number;
}

/**
 * How surely the second true score lies beyond a cut-off, Hageman & Arrindell 1999
 * (doi 10.1016/S0005-7967(99)00032-7): CS = (M₂ + (x₂ − M₂)·r₂ − c) / (√r₂ · s_E). One-sided: 1.644854 at 95%.
 */
export function hagemanArrindellBeyondCutOff(inputs: BeyondCutOffInputs): number {
  const { post, cutOff, meanPost, sdPre, sdPost, reliability } = inputs;
  const errorOfMeasurement = standardErrorOfMeasurement(sdPre, reliability);
  const reliabilityPost = reliabilityAtSd(sdPost, errorOfMeasurement);
  const trueEnd = trueScore(post, meanPost, reliabilityPost);
  return (trueEnd - cutOff) / (Math.sqrt(reliabilityPost) * errorOfMeasurement);
}
