// An entry is one dated thing in a client's record. Entries are written once and never edited: a correction is a new
// entry with `replaces` (DESIGN 4). Answers are the truth; scores are derived from them each time.
import type { EndingReason, FollowUpMonths } from '../clinical/episodes/ending.ts';
import type { CalendarDay, Respondent, ResponseMode } from '../clinical/verdict/score-point.ts';

declare const brand: unique symbol;
export type EntryId = string & { readonly [brand]: 'EntryId' };
export type ClientId = string & { readonly [brand]: 'ClientId' };

/** When something was written down: UTC, with the zone it was written in (minutes east of UTC). */
export interface RecordedAt {
  readonly utc: string;
  readonly offsetMinutes: number;
}

interface EntryBase {
  readonly id: EntryId;
  /** The version of this entry's shape (VAULT P6): readers upgrade in memory, nothing is rewritten. */
  readonly v: 1;
  readonly occurredOn: CalendarDay | null;
  readonly sessionNumber: number | null;
  readonly recordedAt: RecordedAt;
  /** 1 for the first course of therapy; reopening after an ending starts the next. */
  readonly episode: number;
  readonly replaces?: EntryId;
  /** Set by an import: hash of the source row, so that the same row is known again. */
  readonly importedRow?: string;
}

/** The answers of one questionnaire, item by item or, where only that is known, as a total. */
export interface ResponseEntry extends EntryBase {
  readonly kind: 'response';
  readonly instrumentId: string;
  readonly instrumentVersion: string;
  readonly coding: string;
  readonly language: string;
  readonly respondent: Respondent;
  readonly mode: ResponseMode;
  /** One value per item in the instrument's order, null = not answered; null as a whole = only a total is known. */
  readonly answers: readonly (number | null)[] | null;
  /** The total as it was given when there are no answers; otherwise null, because it is derived. */
  readonly enteredTotal: number | null;
}

/** A session took place (or did not); measures and notes of that day hang on it. */
export interface SessionEntry extends EntryBase {
  readonly kind: 'session';
  readonly attendance: 'came' | 'late' | 'cancelled' | 'missed';
}

/** The therapist moved the baseline of a measure to another response, with a reason (CLINICAL 1.7). */
export interface BaselineEntry extends EntryBase {
  readonly kind: 'baseline';
  readonly instrumentId: string;
  readonly respondent: Respondent;
  readonly responseId: EntryId;
  readonly reason: string;
}

/** A course of therapy came to its end. Changed as everything is: by a new one with `replaces`. */
export interface EndingEntry extends EntryBase {
  readonly kind: 'ending';
  readonly occurredOn: CalendarDay;
  readonly reason: EndingReason;
  /** In the therapist's own words; may be empty. */
  readonly summary: string;
  /** Ascending. */
  readonly followUpMonths: readonly FollowUpMonths[];
}

/** Therapy was taken up again: `episode` is the number of the course that begins with it. */
export interface ReopeningEntry extends EntryBase {
  readonly kind: 'reopening';
  readonly occurredOn: CalendarDay;
}

export type Entry = ResponseEntry | SessionEntry | BaselineEntry | EndingEntry | ReopeningEntry;

/** A deleted entry stays as a tombstone with its reason. */
export interface Tombstone {
  readonly at: RecordedAt;
  readonly reason: string;
}
