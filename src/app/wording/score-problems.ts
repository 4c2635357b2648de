import type { Instrument } from '../../clinical/instruments/instrument.ts';
import type { ScoreProblem } from '../../clinical/scoring/score-response.ts';
import { m } from '../paraglide/messages.js';
import { formatCoefficient } from './format-total.ts';
import { displayLocale } from './locale.ts';

/** Why a response has no valid score, as a clause: "31 is outside 0 to 27". */
export function scoreProblemText(
  problem: ScoreProblem,
  { items }: Pick<Instrument, 'items'>,
  locale: string = displayLocale(),
): string {
  const format = (value: number): string => formatCoefficient(value, locale);
  switch (problem.kind) {
    case 'not-an-option': {
      const at = items.findIndex(({ id }) => id === problem.itemId);
      return m.wording_problem_not_an_option({ value: format(problem.value), item: format(at + 1) });
    }
    case 'out-of-range': {
      const { value, min, max } = problem;
      return m.wording_problem_out_of_range({ value: format(value), min: format(min), max: format(max) });
    }
    case 'not-on-a-step':
      return m.wording_problem_not_on_a_step({ value: format(problem.value), step: format(problem.step) });
    case 'wrong-length':
      return m.wording_problem_wrong_length({
        given: format(problem.given),
        expected: format(problem.expected),
      });
    case 'answered-past-gate': {
      const at = items.findIndex(({ id }) => id === problem.gateItemId);
      return m.wording_problem_answered_past_gate({ item: format(at + 1) });
    }
    case 'not-a-number':
      return m.wording_problem_not_a_number();
    case 'score-only':
      return m.wording_problem_score_only();
  }
}
