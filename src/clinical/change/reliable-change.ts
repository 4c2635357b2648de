import type { Better, ChangeRule } from '../instruments/instrument.ts';
import { decimalNoise } from '../scoring/step.ts';
import { twoSidedCriticalValue } from './critical-value.ts';
import { jacobsonTruax } from './jacobson-truax.ts';
import { rawChangeNeeded } from './raw-change-needed.ts';

/** What a change that reaches the rule is: larger than the measure's error, or called meaningful by the rule's source. */
export type ChangeMeaning = 'reliable' | 'meaningful';

export const meaningOf = (rule: ChangeRule): ChangeMeaning =>
  rule.kind === 'published' && rule.meaning ? rule.meaning : 'reliable';

/** How many points a rule asks for, not rounded; `inclusive`: exactly that many are enough. */
export interface NeededChange {
  readonly points: number;
  readonly inclusive: boolean;
}

export type ReliableDirection = 'better' | 'worse' | 'neither';

export const neededChange = (rule: ChangeRule): NeededChange =>
  rule.kind === 'published'
    ? { points: rule.points, inclusive: true }
    : { points: rawChangeNeeded({ ...rule, reliability: rule.reliability.coefficient }), inclusive: false };

/** Is the change from `pre` to `post` as large as the rule asks for, and in which direction? */
export function reliableDirection(
  pre: number,
  post: number,
  rule: ChangeRule,
  better: Better,
): ReliableDirection {
  if (!isReliable(pre, post, rule)) return 'neither';
  return post > pre === (better === 'higher') ? 'better' : 'worse';
}

function isReliable(pre: number, post: number, rule: ChangeRule): boolean {
  if (rule.kind === 'published') return Math.abs(post - pre) >= rule.points - decimalNoise;
  const index = jacobsonTruax({ pre, post, sd: rule.sd, reliability: rule.reliability.coefficient });
  return Math.abs(index) > twoSidedCriticalValue(rule.confidence);
}
