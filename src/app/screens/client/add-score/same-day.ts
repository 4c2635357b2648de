// Two responses of one measure on one day are possible; more often the second is meant to replace the first.
import type { ClientId, EntryId } from '../../../../records/entry.ts';
import type { HistoryRow } from '../history-rows.ts';
import type { ScoreForm } from './score-form.svelte.ts';

export interface SameDay {
  readonly clientId: ClientId;
  readonly row: HistoryRow;
  readonly entryId: EntryId;
}

/** The response of the same measure, respondent and day that counts already; a correction has its own. */
export function sameDayAs(form: ScoreForm, clientId: ClientId, rows: readonly HistoryRow[]): SameDay | null {
  for (const row of rows) {
    const isTwin =
      row.fate.kind === 'counts' &&
      row.instrumentId === form.instrument.id &&
      row.respondent === form.respondent &&
      row.occurredOn !== null &&
      row.occurredOn === form.occurredOn &&
      row.id !== form.original?.id;
    if (isTwin && row.entry) return { clientId, row, entryId: row.entry.id };
  }
  return null;
}
