import { m } from '../../paraglide/messages.js';
import { formatNumber, formatTotal } from '../../wording/format-total.ts';
import { placeWord } from '../../wording/place-word.ts';
import { scalesLine } from '../../wording/scale-words.ts';
import { scoreProblemText } from '../../wording/score-problems.ts';
import { bandName, measureName } from '../../wording/words.ts';
import { deleteReasonWord } from '../../wording/delete-reason-word.ts';
import type { HistoryRow } from './history-rows.ts';

export const rowMeasure = ({ instrument, instrumentId, respondent }: HistoryRow): string =>
  measureName(instrument?.shortName ?? instrumentId, respondent);

export const rowWhen = (row: HistoryRow, locale: string): string => placeWord(row, locale);

/** A total as it is shown, or null where there is none. */
export function rowTotal({ instrument, outcome }: HistoryRow, locale: string): string | null {
  if (!instrument || !outcome || !('total' in outcome)) return null;
  return formatTotal(outcome.total, instrument, locale);
}

/** The band and the scales that it is read by, or why there is no total. */
export function rowBand({ instrument, outcome }: HistoryRow, locale: string): string {
  if (!instrument || !outcome) return m.client_history_unknown();
  switch (outcome.kind) {
    case 'incomplete':
      return m.client_history_incomplete({
        answered: formatNumber(outcome.answered, locale),
        of: formatNumber(outcome.of, locale),
      });
    case 'invalid': {
      const why = outcome.problems.map((problem) => scoreProblemText(problem, instrument, locale)).join('; ');
      return m.client_history_invalid({ why });
    }
    case 'scored':
    case 'prorated':
      return [bandName(outcome.total, instrument), scalesLine(instrument, outcome, locale)]
        .filter((words) => words !== null)
        .join(' · ');
  }
}

/** What became of a response and what is special about it, in words. */
export function rowMarks(row: HistoryRow, locale: string): string[] {
  const { fate, outcome } = row;
  const marks: (string | false)[] = [
    fate.kind === 'deleted' && m.client_mark_deleted({ reason: deleteReasonWord(fate.reason) }),
    fate.kind === 'replaced' && m.client_mark_replaced(),
    fate.kind === 'other-correction' && m.client_mark_other_correction(),
    row.isBaseline && (row.isBaselineMoved ? m.client_mark_baseline_moved() : m.client_mark_baseline()),
    row.isDisputed && m.client_mark_conflict(),
    row.isCorrection && !row.isDisputed && fate.kind === 'counts' && m.client_mark_correction(),
    outcome?.kind === 'prorated' &&
      m.client_mark_prorated({
        answered: formatNumber(outcome.answered, locale),
        of: formatNumber(outcome.of, locale),
      }),
    row.entry?.checkIn?.keyCompared === false && m.links_mark_not_compared(),
    row.isFollowUp && m.client_mark_follow_up(),
    row.episode > 1 && m.client_mark_episode({ number: formatNumber(row.episode, locale) }),
  ];
  return marks.filter((mark) => mark !== false);
}
