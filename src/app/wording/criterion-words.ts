// What a counting rule says of one response: a plain sentence, what was counted, where the rule comes from, what it does not say.
import type { Instrument, Source } from '../../clinical/instruments/instrument.ts';
import { meetsCriterion, type CriterionOutcome } from '../../clinical/scoring/meets-criterion.ts';
import { m } from '../paraglide/messages.js';
import { formatNumber } from './format-total.ts';
import { displayLocale } from './locale.ts';

export interface CriterionWords {
  readonly id: string;
  readonly sentence: string;
  /** "Cluster B: intrusion: 3 rated high enough, 1 needed". */
  readonly parts: readonly string[];
  readonly limits: readonly string[];
  readonly source: Source;
}

const sentences: Readonly<Record<CriterionOutcome, (words: { label: string }) => string>> = {
  met: m.wording_criterion_met,
  'not-met': m.wording_criterion_not_met,
  'cannot-say': m.wording_criterion_cannot_say,
};

/** @param answers one value per item in the instrument's order; null for a total without its answers. */
export function criterionWords(
  instrument: Instrument,
  answers: readonly (number | null)[] | null,
  locale: string = displayLocale(),
): CriterionWords[] {
  return (instrument.criteria ?? []).map((criterion) => {
    const { id, label, source, limits = [] } = criterion;
    if (!answers) {
      return { id, sentence: m.wording_criterion_total_only({ label }), parts: [], limits, source };
    }
    const { outcome, parts } = meetsCriterion(instrument, criterion, answers);
    return {
      id,
      sentence: sentences[outcome]({ label }),
      parts: parts.map(({ part, counted }) =>
        m.wording_criterion_part({
          label: part.label,
          counted: formatNumber(counted, locale),
          needed: formatNumber(part.count, locale),
        }),
      ),
      limits,
      source,
    };
  });
}
