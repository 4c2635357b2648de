import type { TotalRule } from '../instruments/instrument.ts';

/** Item scores to a total in the instrument's own units. `count` differs from the scores' only for a prorated sum. */
export function totalOf(rule: TotalRule, scores: readonly number[], count = scores.length): number {
  const sum = scores.reduce((a, b) => a + b, 0);
  switch (rule.kind) {
    case 'sum':
      return sum;
    case 'mean':
      return sum / count;
    case 'scaled-sum':
      return sum * rule.factor;
  }
}
