// What the answers of a trial come to, line by line.
import type { Instrument } from '../../../../clinical/instruments/instrument.ts';
import { raisedSafetyItems } from '../../../../clinical/scoring/raised-safety-items.ts';
import type { ScoreOutcome } from '../../../../clinical/scoring/score-response.ts';
import { m } from '../../../paraglide/messages.js';
import { formatNumber, formatTotal } from '../../../wording/format-total.ts';
import { itemNumber } from '../../../wording/safety.ts';
import { bandName } from '../../../wording/words.ts';

export interface TrialLine {
  readonly id: string;
  readonly text: string;
  readonly isTotal: boolean;
}

export function trialWords(
  instrument: Instrument,
  answers: readonly (number | null)[],
  outcome: ScoreOutcome,
): TrialLine[] {
  if (outcome.kind === 'invalid') return [];
  const line = (id: string, text: string, isTotal = false): TrialLine => ({ id, text, isTotal });
  const lines = [line('total', totalWords(instrument, outcome), true)];
  if (outcome.kind === 'prorated')
    lines.push(
      line(
        'prorated',
        m.measure_try_prorated({ answered: formatNumber(outcome.answered), of: formatNumber(outcome.of) }),
      ),
    );
  if (outcome.kind !== 'incomplete') {
    for (const { id, label } of instrument.subscales) {
      const total = outcome.subscales[id];
      if (total !== undefined)
        lines.push(line(id, m.measure_try_subscale({ label, total: formatNumber(total) })));
    }
  }
  for (const { item, answer } of raisedSafetyItems(instrument, answers)) {
    const label = item.options.find(({ value }) => value === answer)?.label ?? String(answer);
    const words = { item: itemNumber(instrument, item), answer: label };
    lines.push(line(`safety-${item.id}`, m.measure_try_safety(words)));
  }
  return lines;
}

function totalWords(instrument: Instrument, outcome: Exclude<ScoreOutcome, { kind: 'invalid' }>): string {
  if (outcome.kind === 'incomplete')
    return m.measure_try_so_far({
      answered: formatNumber(outcome.answered),
      of: formatNumber(outcome.of),
    });
  const band = bandName(outcome.total, instrument);
  const words = {
    total: formatTotal(outcome.total, instrument),
    min: formatNumber(instrument.range.min),
    max: formatNumber(instrument.range.max),
  };
  return band === null ? m.measure_try_total(words) : m.measure_try_total_band({ ...words, band });
}
