import type { Instrument } from '../../../../clinical/instruments/instrument.ts';
import type { ScoreOutcome } from '../../../../clinical/scoring/score-response.ts';
import { m } from '../../../paraglide/messages.js';
import { formatNumber, formatTotal } from '../../../wording/format-total.ts';
import { scalesLine } from '../../../wording/scale-words.ts';
import { bandName } from '../../../wording/words.ts';

/** "9, mild", "56 (Depression 24, severe; …)" or "incomplete (7 of 9 answered)", for a short message. */
export function resultWords(outcome: ScoreOutcome, instrument: Instrument, locale: string): string {
  if (outcome.kind === 'invalid') return m.client_score_result_nothing();
  if (outcome.kind === 'incomplete') {
    return m.client_score_result_words_incomplete({
      answered: formatNumber(outcome.answered, locale),
      of: formatNumber(outcome.of, locale),
    });
  }
  const total = formatTotal(outcome.total, instrument, locale);
  const band = bandName(outcome.total, instrument);
  const result = band === null ? total : `${total}, ${band}`;
  const scales = scalesLine(instrument, outcome, locale);
  return scales === null ? result : m.client_score_result_scales({ result, scales });
}

/** The numbers on the form of the items that have no answer: "3, 9". */
export function missingNumbers(outcome: ScoreOutcome, { items }: Instrument, locale: string): string {
  if (outcome.kind !== 'incomplete') return '';
  const numbers = outcome.missingItemIds.map((id) =>
    formatNumber(items.findIndex((item) => item.id === id) + 1, locale),
  );
  return new Intl.ListFormat(locale, { style: 'narrow', type: 'conjunction' }).format(numbers);
}
