// One score as the verdict and the chart see it: derived from a response entry, never stored as truth.
import type { ScoreOutcome } from '../scoring/score-response.ts';

export type Respondent = 'self' | 'parent' | 'partner' | 'clinician';

/** How the answers were collected; a change of mode is marked on the chart (CLINICAL 1.7). */
export type ResponseMode =
  'self' | 'read-aloud' | 'handed-over' | 'link' | 'paper' | 'import' | 'total-entered';

/** 'YYYY-MM-DD', a calendar day without a time zone. */
export type CalendarDay = string;

export interface ScorePoint {
  readonly entryId: string;
  readonly instrumentId: string;
  readonly instrumentVersion: string;
  readonly coding: string;
  readonly respondent: Respondent;
  readonly mode: ResponseMode;
  readonly episode: number;
  /** Null when only a session number is known: no date is invented. */
  readonly occurredOn: CalendarDay | null;
  readonly sessionNumber: number | null;
  /** UTC instant, ISO 8601, when it was written down, or what it corrects was; breaks ties within a day. */
  readonly recordedAt: string;
  /** Of a correction: the response that was written first, whose place it takes. */
  readonly correctsId?: string;
  readonly outcome: ScoreOutcome;
}
