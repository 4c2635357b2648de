// Why a line of a file could not be taken as it stands, in plain words.
import type { ImportProblem, ProblemEffect, ProblemReason } from '../../../exchange/import/import-problem.ts';
import { m } from '../../paraglide/messages.js';
import { formatShortDay } from '../../wording/format-day.ts';
import { formatCoefficient, formatNumber } from '../../wording/format-total.ts';

const longestShown = 80;

/** A cell may hold a novel. */
export const shortened = (text: string): string =>
  text.length <= longestShown ? text : `${text.slice(0, longestShown)}…`;

const effects: Readonly<Record<ProblemEffect, () => string>> = {
  'row-left-out': m.import_effect_row,
  'score-left-out': m.import_effect_score,
  kept: m.import_effect_kept,
};

export const effectWord = ({ effect }: ImportProblem): string => effects[effect]();

export function reasonWord(reason: ProblemReason): string {
  const n = formatNumber;
  switch (reason.kind) {
    case 'ragged-row':
      return m.import_why_ragged({ cells: n(reason.cells), expected: n(reason.expected) });
    case 'unclosed-quote':
      return m.import_why_quote();
    case 'row-too-long':
      return m.import_why_too_long({ limit: n(reason.limit) });
    case 'missing-client':
      return m.import_why_no_client();
    case 'client-too-long':
      return m.import_why_long_client({ length: n(reason.length), limit: n(reason.limit) });
    case 'client-ambiguous':
      return m.import_why_ambiguous({ code: shortened(reason.code), clients: n(reason.clients) });
    case 'client-similar':
      return m.import_why_similar({ code: shortened(reason.code), existing: shortened(reason.existing) });
    case 'formula-kept-as-text':
      return m.import_why_formula_kept();
    case 'formula':
      return m.import_why_formula();
    case 'not-a-number':
      return m.import_why_not_a_number({ text: shortened(reason.text) });
    case 'out-of-range': {
      const [value, min, max] = [reason.value, reason.min, reason.max].map((one) => formatCoefficient(one));
      return m.import_why_out_of_range({ value: value ?? '', min: min ?? '', max: max ?? '' });
    }
    case 'not-a-possible-total':
      return m.import_why_not_a_total({
        value: formatCoefficient(reason.value),
        step: formatCoefficient(reason.step),
      });
    case 'not-an-option': {
      const options = reason.options.map((option) => n(option)).join(', ');
      return m.import_why_not_an_option({ value: formatCoefficient(reason.value), options });
    }
    case 'zero-as-missing':
      return m.import_why_zero();
    case 'missing-time':
      return m.import_why_no_time();
    case 'not-a-date':
      return m.import_why_not_a_date({ text: shortened(reason.text) });
    case 'no-such-day':
      return m.import_why_no_such_day({ text: shortened(reason.text) });
    case 'two-digit-year':
      return m.import_why_short_year({ text: shortened(reason.text) });
    case 'day-in-the-future':
      return m.import_why_future({ day: formatShortDay(reason.day) });
    case 'not-a-session':
      return m.import_why_not_a_session({ text: shortened(reason.text) });
    case 'missing-measure':
      return m.import_why_no_measure();
    case 'unknown-measure':
      return m.import_why_unknown_measure({ text: shortened(reason.text) });
    case 'unknown-respondent':
      return m.import_why_unknown_respondent({ text: shortened(reason.text) });
    case 'duplicate-row':
      return m.import_why_duplicate({ line: n(reason.firstLine) });
    case 'other-score-same-time':
      return m.import_why_other_score({ line: n(reason.firstLine) });
    case 'differs-from-record':
      return m.import_why_differs();
    case 'total-differs':
      return m.import_why_total_differs({
        given: formatCoefficient(reason.given),
        computed: formatCoefficient(reason.computed),
      });
  }
}
