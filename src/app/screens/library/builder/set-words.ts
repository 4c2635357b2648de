import { m } from '../../../paraglide/messages.js';
import type { AnswerSetDraft } from '../../../state/questionnaire-draft.ts';
import { formatNumber } from '../../../wording/format-total.ts';

/** "1: Not at all … Nearly every day": enough to tell the sets of a measure apart. */
export function setWords({ answers }: AnswerSetDraft, index: number): string {
  const number = formatNumber(index + 1);
  const labels = answers.map(({ label }) => label.trim()).filter((label) => label !== '');
  const [first, last] = [labels[0], labels.at(-1)];
  return first === undefined || last === undefined
    ? m.measure_set_empty({ number })
    : m.measure_set_words({ number, first, last });
}
