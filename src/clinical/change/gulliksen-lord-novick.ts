import { standardErrorOfPrediction } from './standard-errors.ts';
import { trueScore } from './true-score.ts';

export interface GulliksenLordNovickInputs {
  readonly pre: number;
  readonly post: number;
  /** Mean and SD of the group that the client belongs to, before treatment. */
  readonly meanPre: number;
  readonly sdPre: number;
  readonly reliability: number;
}

/**
 * Change against what regression to the mean predicts (Gulliksen; Lord & Novick; as in Hsu 1989, Behavioral Assessment
 * 11, 459–467): RC = ((x₂ − M) − r · (x₁ − M)) / (s · √(1 − r²)).
 */
export function gulliksenLordNovick(inputs: GulliksenLordNovickInputs): number {
  const { pre, post, meanPre, sdPre, reliability } = inputs;
  const expectedPost = trueScore(pre, meanPre, reliability);
  return (post - expectedPost) / standardErrorOfPrediction(sdPre, reliability);
}
