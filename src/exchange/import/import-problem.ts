// Every row or cell that could not be taken as it stands, named so that it can be found in the file. Codes and values
// only: the app's messages word them.
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';

/** What became of it. 'kept' is a notice: the score is imported, but somebody should look. */
export type ProblemEffect = 'row-left-out' | 'score-left-out' | 'kept';

export type ProblemReason =
  | { readonly kind: 'ragged-row'; readonly cells: number; readonly expected: number }
  | { readonly kind: 'unclosed-quote' }
  | { readonly kind: 'row-too-long'; readonly limit: number }
  | { readonly kind: 'missing-client' }
  | { readonly kind: 'client-too-long'; readonly length: number; readonly limit: number }
  /** Two clients of the vault have this very code: the import cannot know which. */
  | { readonly kind: 'client-ambiguous'; readonly code: string; readonly clients: number }
  /** Not the same code as an existing client's, but alike (capitals or spaces): a new client is made. */
  | { readonly kind: 'client-similar'; readonly code: string; readonly existing: string }
  /** Begins with = + - or @ like a spreadsheet formula; kept as plain text. */
  | { readonly kind: 'formula-kept-as-text'; readonly text: string }
  | { readonly kind: 'formula'; readonly text: string }
  | { readonly kind: 'not-a-number'; readonly text: string }
  | { readonly kind: 'out-of-range'; readonly value: number; readonly min: number; readonly max: number }
  | { readonly kind: 'not-a-possible-total'; readonly value: number; readonly step: number }
  | { readonly kind: 'not-an-option'; readonly value: number; readonly options: readonly number[] }
  | { readonly kind: 'zero-as-missing' }
  | { readonly kind: 'missing-time' }
  | { readonly kind: 'not-a-date'; readonly text: string }
  /** Written like a date, but there is no such day: 31/02/2026. */
  | { readonly kind: 'no-such-day'; readonly text: string }
  | { readonly kind: 'two-digit-year'; readonly text: string }
  | { readonly kind: 'day-in-the-future'; readonly day: CalendarDay }
  | { readonly kind: 'not-a-session'; readonly text: string }
  | { readonly kind: 'missing-measure' }
  | { readonly kind: 'unknown-measure'; readonly text: string }
  | { readonly kind: 'unknown-respondent'; readonly text: string }
  | { readonly kind: 'duplicate-row'; readonly firstLine: number }
  /** Same client, measure, respondent and time as an earlier row, with another score. */
  | { readonly kind: 'other-score-same-time'; readonly firstLine: number }
  /** The record already has another score of this measure at this time. */
  | { readonly kind: 'differs-from-record' }
  /** The total in the file is not what the answers add up to; the answers are taken. */
  | { readonly kind: 'total-differs'; readonly given: number; readonly computed: number };

export interface ImportProblem {
  readonly line: number;
  /** Counted from 0; null when it is the row as a whole. */
  readonly column: number | null;
  readonly effect: ProblemEffect;
  readonly reason: ProblemReason;
}
