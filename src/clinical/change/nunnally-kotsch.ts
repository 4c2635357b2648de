import { standardErrorOfMeasurement } from './standard-errors.ts';
import { trueScore } from './true-score.ts';

export interface NunnallyKotschInputs {
  readonly pre: number;
  readonly post: number;
  /** Mean and SD of the group that the client belongs to, before treatment. */
  readonly meanPre: number;
  readonly sdPre: number;
  readonly reliability: number;
  /** Reliability of the second measurement; the SD is taken to be that of the first. */
  readonly reliabilityPost: number;
}

/**
 * Like Edwards–Nunnally, with the error of both measurements (Nunnally & Kotsch 1983, British Journal of Clinical
 * Psychology 22, 83–93, doi 10.1111/j.2044-8260.1983.tb00582.x): RC = (x₂ − (r₁ · (x₁ − M) + M)) / √(r₁² · s² · (1 − r₁) + s² · (1 − r₂)).
 */
export function nunnallyKotsch(inputs: NunnallyKotschInputs): number {
  const { pre, post, meanPre, sdPre, reliability, reliabilityPost } = inputs;
  const trueStart = trueScore(pre, meanPre, reliability);
  const errorOfTrueStart = reliability * standardErrorOfMeasurement(sdPre, reliability);
  const errorOfPost = standardErrorOfMeasurement(sdPre, reliabilityPost);
  return (post - trueStart) / Math.sqrt(errorOfTrueStart ** 2 + errorOfPost ** 2);
}
