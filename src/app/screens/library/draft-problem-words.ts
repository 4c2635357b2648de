import { m } from '../../paraglide/messages.js';
import type { DraftField, DraftProblem } from '../../state/measure-draft.ts';

const words: Readonly<Record<DraftProblem['kind'], () => string>> = {
  missing: m.library_wrong_missing,
  'needs-the-other': m.library_wrong_other,
  'not-an-own-id': m.library_wrong_name,
  'name-missing': m.library_wrong_name,
  'not-a-number': m.library_wrong_number,
  'range-is-empty': m.library_wrong_range,
  'step-is-negative': m.library_wrong_step,
  'step-does-not-divide-the-range': m.library_wrong_step,
  'outside-the-range': m.library_wrong_outside,
  'not-positive': m.library_wrong_positive,
  'larger-than-the-range': m.library_wrong_too_large,
  'not-between-0-and-1': m.library_wrong_share,
  'norms-against-the-direction': m.library_wrong_against,
};

/** Fields that nobody has reached yet are not reproached for being empty. */
const isOnlyEmpty = ({ kind }: DraftProblem): boolean => kind === 'missing' || kind === 'name-missing';

/** The sentence for a field of the form; undefined when there is nothing to say about it (yet). */
export function problemOf(
  problems: readonly DraftProblem[],
  field: DraftField,
  isTried: boolean,
): string | undefined {
  const found = problems.find((problem) => problem.field === field && (isTried || !isOnlyEmpty(problem)));
  return found && words[found.kind]();
}
