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
  'no-items': m.measure_wrong_items,
  'too-many-items': m.measure_wrong_too_many,
  'text-missing': m.measure_wrong_text,
  'same-id-twice': m.measure_wrong_twice,
  'answers-missing': m.measure_wrong_no_answers,
  'fewer-than-two-answers': m.measure_wrong_two_answers,
  'same-value-twice': m.measure_wrong_same_value,
  'label-missing': m.measure_wrong_label,
  'nothing-is-scored': m.measure_wrong_nothing_scored,
  'factor-is-zero': m.measure_wrong_factor,
  'too-many-missing': m.measure_wrong_max_missing,
  'source-missing': m.measure_wrong_source,
  'subscale-is-empty': m.measure_wrong_subscale_empty,
  'subscale-has-an-unknown-item': m.measure_wrong_subscale_items,
  'subscale-has-an-unscored-item': m.measure_wrong_subscale_items,
  'safety-asks-for-nothing': m.measure_wrong_safety,
  'same-start-twice': m.measure_wrong_same_start,
  'range-is-not-what-the-items-give': m.measure_wrong_range,
  'newer-format': m.measure_wrong_newer,
};

/** Where several numbers or names stand together, the sentence says which are meant. */
const wordsOfField: Readonly<Record<string, () => string>> = {
  'answers/not-a-number': m.measure_wrong_value,
  'bands/not-a-number': m.measure_wrong_band_from,
};

/** Fields that nobody has reached yet are not reproached for being empty. */
const isOnlyEmpty = ({ kind, field }: DraftProblem): boolean =>
  [
    'missing',
    'name-missing',
    'text-missing',
    'label-missing',
    'source-missing',
    'subscale-is-empty',
  ].includes(kind) ||
  (kind === 'not-a-number' && (field === 'answers' || field === 'bands')) ||
  (kind === 'factor-is-zero' && (field === 'total' || field === 'subscale')) ||
  kind === 'too-many-missing';

/** The sentence for a field of the form; undefined when there is nothing to say about it (yet). */
export function problemOf(
  problems: readonly DraftProblem[],
  field: DraftField,
  isTried: boolean,
  /** The answer set, item or subscale, where there are several. */
  id?: string,
): string | undefined {
  const found = problems.find(
    (problem) => problem.field === field && problem.id === id && (isTried || !isOnlyEmpty(problem)),
  );
  return found && (wordsOfField[`${field}/${found.kind}`] ?? words[found.kind])();
}
