// An entry is one dated thing in a client's record. Entries are written once and never edited: a correction is a new
// entry with `replaces` (DESIGN 4). Answers are the truth; scores are derived from them each time.
import type { ChangeTarget } from '../clinical/change-of-course/change-target.ts';
import type { Obstacle } from '../clinical/change-of-course/obstacles.ts';
import type { EndingReason, FollowUpMonths } from '../clinical/episodes/ending.ts';
import type { GoalId, GoalScale } from '../clinical/goals/goal.ts';
import type { MarkId } from '../clinical/marks/mark.ts';
import type { PromptAnswer, PromptKind } from '../clinical/prompts/prompt.ts';
import type { TechniqueId } from '../clinical/techniques/technique.ts';
import type { CalendarDay, Respondent, ResponseMode } from '../clinical/verdict/score-point.ts';
import type { MeetingPlace } from './appointment.ts';

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
  /** The session during which it was written down; absent: outside one, or by a version that did not note it. */
  readonly session?: EntryId;
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
  /** Given by the client alone, on the tablet or by a link (VAULT H); absent: with the therapist, or on paper. */
  readonly checkIn?: CheckInOrigin;
}

/** Where answers came from that nobody watched (VAULT H2, H3). */
export interface CheckInOrigin {
  /** 32 hex digits; one check-in has one entry for each questionnaire. */
  readonly id: string;
  /** Of the reply, hex: the same reply makes the same entry on every device, another one is seen to be another. */
  readonly replyPrint: string;
  /** Were the six words compared? Null: handed over, there was nothing to compare. */
  readonly keyCompared: boolean | null;
  /** UTC instant by the clock of the device that answered, which may be wrong. */
  readonly answeredAt: string;
}

/** A session took place (or did not); measures and notes of that day hang on it. */
export interface SessionEntry extends EntryBase {
  readonly kind: 'session';
  readonly attendance: 'came' | 'late' | 'cancelled' | 'missed';
  /** UTC instants by the session clock; absent: written down without it. */
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly place?: MeetingPlace;
  /** What was answered to "where are you today?" before a video session. */
  readonly whereToday?: string;
  /** What the client does until next time; shown at the next session. */
  readonly homework?: string;
  /** What the therapist wants to come back to; shown at the next session. */
  readonly forNextTime?: string;
  /** True: the same session stands in the record of a linked person (a partner), under the same id; nothing else is shared. */
  readonly isShared?: boolean;
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

/** What the client said at the end of a session, each 0–10 and in our own words; null: not asked, or not answered. */
export interface CheckOutEntry extends EntryBase {
  readonly kind: 'check-out';
  readonly occurredOn: CalendarDay;
  readonly heard: number | null;
  readonly topics: number | null;
  readonly way: number | null;
  readonly overall: number | null;
}

/** A goal rated on one day. The scale is kept with it, because a goal may be rated in another way later (CLINICAL 1.5). */
export interface RatingEntry extends EntryBase {
  readonly kind: 'rating';
  readonly occurredOn: CalendarDay;
  readonly goalId: GoalId;
  readonly scale: GoalScale;
  readonly value: number;
}

/** Something in the client's life that may move the scores whatever therapy does. */
export interface LifeEventEntry extends EntryBase {
  readonly kind: 'life-event';
  readonly occurredOn: CalendarDay;
  readonly words: string;
}

export const consentStates = ['explained', 'agreed', 'withdrawn'] as const;
export type ConsentState = (typeof consentStates)[number];

/** Measuring was explained, agreed to, or the agreement withdrawn. Which one counts: consent.ts. */
export interface ConsentEntry extends EntryBase {
  readonly kind: 'consent';
  readonly occurredOn: CalendarDay;
  readonly state: ConsentState;
  /** May be empty. */
  readonly note: string;
}

/** What was answered to a prompt, with what the therapist saw then: a later correction may take its reason away. */
export interface DecisionEntry extends EntryBase {
  readonly kind: 'decision';
  readonly occurredOn: CalendarDay;
  readonly prompt: PromptKind;
  /** Which prompt of its kind: what it was about (clinical/prompts). */
  readonly about: string;
  readonly answer: PromptAnswer;
  /** Why it is not relevant, or a word about it; may be empty. */
  readonly reason: string;
  /** What is in the way, of those that were named. */
  readonly obstacles: readonly Obstacle[];
  /** The prompt's own sentence at that time. */
  readonly seen: string;
  /** The score that the answer is about; null where there is none (missed measures). */
  readonly value: number | null;
}

/** A conversation about risk. Every field is in the therapist's own words and may be empty. */
export interface RiskConversationEntry extends EntryBase {
  readonly kind: 'risk-conversation';
  readonly occurredOn: CalendarDay;
  readonly asked: string;
  readonly said: string;
  readonly means: string;
  readonly protectiveFactors: string;
  readonly whereNow: string;
  readonly plan: string;
  readonly told: string;
  /** When to ask again; null: no day was set, so any later raised answer asks. */
  readonly askAgainOn: CalendarDay | null;
  /** The safety answers it was about, the highest of each measure; empty: it began without one. */
  readonly discussed: readonly { readonly measure: string; readonly answer: number }[];
}

export const pivotAgreements = ['agreed', 'not-agreed', 'not-asked'] as const;
export type PivotAgreement = (typeof pivotAgreements)[number];

/** A planned change of course. Scores of its own day were given before it. */
export interface PivotEntry extends EntryBase {
  readonly kind: 'pivot';
  readonly obstacles: readonly Obstacle[];
  /** In the therapist's own words; may be empty. */
  readonly inTheWay: string;
  readonly from: TechniqueId | null;
  readonly to: TechniqueId | null;
  /** The title of the phase that begins, on the chart. */
  readonly label: string;
  readonly target: ChangeTarget | null;
  readonly direction: 'down' | 'up';
  readonly reviewOn: CalendarDay;
  readonly agreement: PivotAgreement;
  /** The wording for the client; empty: not shown to them. */
  readonly clientWording: string;
}

export const reviewDecisions = ['keep', 'change-again', 'stop'] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

/** What was decided when a pivot came back. The last review of a pivot counts. */
export interface ReviewEntry extends EntryBase {
  readonly kind: 'review';
  readonly occurredOn: CalendarDay;
  readonly pivotId: EntryId;
  readonly decision: ReviewDecision;
  /** May be empty. */
  readonly words: string;
  /** Kept: when to look again; null: not planned. */
  readonly nextReviewOn: CalendarDay | null;
}

/** Something that happened in a session and is worth finding again. */
export interface MarkEntry extends EntryBase {
  readonly kind: 'mark';
  readonly occurredOn: CalendarDay;
  readonly mark: MarkId;
  /** Whole minutes since the session began; null: added without the clock. */
  readonly minute: number | null;
  /** May be empty. */
  readonly words: string;
}

/** How distressed the client says they are right now, 0 (not at all) to 10; as often as wanted in a session. */
export interface DistressEntry extends EntryBase {
  readonly kind: 'distress';
  readonly occurredOn: CalendarDay;
  readonly value: number;
  readonly minute: number | null;
}

/** A technique was used in a session, and how the client took it. */
export interface TechniqueUseEntry extends EntryBase {
  readonly kind: 'technique-use';
  readonly occurredOn: CalendarDay;
  readonly technique: TechniqueId;
  readonly minute: number | null;
  /** In the therapist's own words; may be empty. */
  readonly response: string;
}

export interface NoteSection {
  readonly title: string;
  readonly text: string;
}

/** A signed note. It is never corrected or edited: only addenda follow. */
export interface NoteEntry extends EntryBase {
  readonly kind: 'note';
  readonly occurredOn: CalendarDay;
  /** The draft that was signed; a second signature of one draft with other words is shown as a conflict. */
  readonly draft: string;
  /** 'soap', 'dap', 'birp', 'girp', 'free' or the id of one of the practice's own. */
  readonly template: string;
  readonly sections: readonly NoteSection[];
  /** SHA-256, hex, over day, template and sections (PROTOCOL 11). */
  readonly sha256: string;
}

/** Something added to a signed note. */
export interface AddendumEntry extends EntryBase {
  readonly kind: 'addendum';
  readonly occurredOn: CalendarDay;
  readonly noteId: EntryId;
  readonly text: string;
}

export type Entry =
  | ResponseEntry
  | SessionEntry
  | BaselineEntry
  | EndingEntry
  | ReopeningEntry
  | CheckOutEntry
  | RatingEntry
  | LifeEventEntry
  | ConsentEntry
  | DecisionEntry
  | RiskConversationEntry
  | PivotEntry
  | ReviewEntry
  | MarkEntry
  | DistressEntry
  | TechniqueUseEntry
  | NoteEntry
  | AddendumEntry;

export type EntryOf<Kind extends Entry['kind']> = Extract<Entry, { readonly kind: Kind }>;

/** A deleted entry stays as a tombstone with its reason. */
export interface Tombstone {
  readonly at: RecordedAt;
  readonly reason: string;
}
