import type { Instrument } from '../../../clinical/instruments/instrument.ts';
import { scoreResponse } from '../../../clinical/scoring/score-response.ts';
import type { ImportPlan } from '../../../exchange/import/import-plan.ts';
import type { ResponseEntry } from '../../../records/entry.ts';
import { m } from '../../paraglide/messages.js';
import { formatShortDay } from '../../wording/format-day.ts';
import { formatCoefficient, formatNumber, formatTotal } from '../../wording/format-total.ts';
import { placeWord } from '../../wording/place-word.ts';
import { measureName } from '../../wording/words.ts';
import { shortened } from './problem-words.ts';

export interface PlannedScore {
  readonly id: string;
  readonly client: string;
  readonly isNew: boolean;
  readonly measure: string;
  readonly when: string;
  readonly score: string;
}

type Find = (id: string, version: string) => Instrument | null;

function scoreText(
  { answers, enteredTotal }: ResponseEntry,
  instrument: Instrument,
  rawTotal: number | undefined,
): string {
  if (answers === null) {
    const total = enteredTotal === null ? '' : formatTotal(enteredTotal, instrument);
    return rawTotal === undefined ? total : m.import_rows_raw({ total, raw: formatCoefficient(rawTotal) });
  }
  const outcome = scoreResponse(instrument, answers);
  const answered = formatNumber(answers.filter((answer) => answer !== null).length);
  const of = formatNumber(instrument.items.length);
  return outcome.kind === 'scored' || outcome.kind === 'prorated'
    ? m.import_rows_items({ total: formatTotal(outcome.total, instrument), answered, of })
    : m.import_rows_incomplete({ answered, of });
}

/** The first `limit` scores of a plan, in the file's order of clients. */
export function firstScores(plan: ImportPlan, find: Find, limit: number): PlannedScore[] {
  const made = new Map(plan.newMeasures.map(({ instrument }) => [instrument.id, instrument]));
  const found: PlannedScore[] = [];
  for (const { code, kind, entries } of plan.clients) {
    for (const entry of entries.slice(0, limit - found.length)) {
      const instrument = made.get(entry.instrumentId) ?? find(entry.instrumentId, entry.instrumentVersion);
      if (!instrument) continue;
      found.push({
        id: entry.id,
        client: shortened(code),
        isNew: kind === 'new',
        measure: measureName(instrument.shortName, entry.respondent),
        when: entry.occurredOn === null ? placeWord(entry) : formatShortDay(entry.occurredOn),
        score: scoreText(entry, instrument, plan.rawTotals.get(entry.id)),
      });
    }
    if (found.length >= limit) break;
  }
  return found;
}
