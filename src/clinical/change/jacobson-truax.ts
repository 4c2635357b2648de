import { standardErrorOfDifference } from './standard-errors.ts';

/** One client's two totals and what is known of the measure, all in the measure's points. */
export interface JacobsonTruaxInputs {
  readonly pre: number;
  readonly post: number;
  /** Standard deviation of a comparable group before treatment. */
  readonly sd: number;
  readonly reliability: number;
}

/**
 * Reliable change index, Jacobson & Truax 1991 (doi 10.1037/0022-006X.59.1.12): RC = (x₂ − x₁) / s_diff.
 * Signed as post − pre; reliable when |RC| is greater than 1.959964 (95%, two-sided).
 */
export function jacobsonTruax({ pre, post, sd, reliability }: JacobsonTruaxInputs): number {
  return (post - pre) / standardErrorOfDifference(sd, reliability);
}
