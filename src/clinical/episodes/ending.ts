// How one course of therapy came to its end, as the therapist put it down.
import type { CalendarDay } from '../verdict/score-point.ts';

export const endingReasons = [
  'as-planned',
  'agreed-early',
  'client-stopped',
  'lost-contact',
  'referred-on',
  'circumstances',
  'other',
] as const;
export type EndingReason = (typeof endingReasons)[number];

/** Follow-ups can be planned so many months after the ending. */
export const followUpChoices = [3, 6, 12] as const;
export type FollowUpMonths = (typeof followUpChoices)[number];

export interface Ending {
  readonly entryId: string;
  readonly occurredOn: CalendarDay;
  readonly reason: EndingReason;
  /** In the therapist's own words; may be empty. */
  readonly summary: string;
  /** Ascending; none planned: empty. */
  readonly followUpMonths: readonly FollowUpMonths[];
}
