// What asks the therapist to look (CLINICAL 6). Laws: a prompt is worked out from the record alone and says by which rule, from
// which numbers; whatever depends on the day is one comparison with it (`waitsOn`); P4 is never held back; of all the others at
// most one is put forward in a session (put-forward.ts); none of them ever says that somebody is safe.
import type { StandingSafety } from '../attention/standing-safety.ts';
import type { ChangeMeaning } from '../change/reliable-change.ts';
import type { GoalId, GoalScale } from '../goals/goal.ts';
import type { Cadence } from '../schedule/schedule.ts';
import type { CalendarDay, Respondent } from '../verdict/score-point.ts';

/** In the order in which they are put forward: P4 first of all, then P1, P2, P5, P3, P6, P7. */
export const promptKinds = [
  'safety',
  'worse',
  'early-check',
  'check-out-dropped',
  'missed-measures',
  'goal-flat',
  'target-met',
] as const;
export type PromptKind = (typeof promptKinds)[number];

/** These can be switched off for a client. */
export const switchablePrompts = [
  'early-check',
  'missed-measures',
  'check-out-dropped',
  'goal-flat',
  'target-met',
] as const satisfies readonly PromptKind[];
export type SwitchablePrompt = (typeof switchablePrompts)[number];

export const promptAnswers = ['looked', 'discussed', 'changed', 'later', 'not-relevant'] as const;
export type PromptAnswer = (typeof promptAnswers)[number];

/** Where a score belongs in time. */
export interface When {
  readonly occurredOn: CalendarDay | null;
  readonly sessionNumber: number | null;
}

/** One measure as one respondent answers it. */
export interface PromptLine {
  readonly instrumentId: string;
  readonly instrumentVersion: string;
  readonly respondent: Respondent;
}

export interface ScoreThen extends When {
  readonly entryId: string;
  readonly total: number;
}

/** Points that a rule asks for, and whether exactly that many are enough. */
export interface NeededPoints {
  readonly points: number;
  readonly inclusive: boolean;
}

/** What each prompt was worked out from. Totals as they are; words are made in app/wording. */
export type PromptReason =
  | {
      readonly kind: 'worse';
      readonly line: PromptLine;
      /** 'baseline': by the amount of the rule; 'best': two responses in a row, by that amount, than the best score before. */
      readonly than: 'baseline' | 'best';
      readonly reference: ScoreThen;
      readonly latest: ScoreThen;
      readonly needed: NeededPoints;
      readonly ruleId: string;
      readonly meaning: ChangeMeaning;
    }
  | {
      readonly kind: 'early-check';
      readonly line: PromptLine;
      readonly checkpoint: 4 | 6;
      readonly sessionNumber: number;
      readonly baseline: ScoreThen;
      readonly latest: ScoreThen;
      readonly cutOffValue: number;
      readonly needed: NeededPoints;
      readonly ruleId: string;
      readonly meaning: ChangeMeaning;
    }
  | {
      readonly kind: 'missed-measures';
      /** As it is planned: of no particular version. */
      readonly line: Pick<PromptLine, 'instrumentId' | 'respondent'>;
      readonly cadence: Cadence;
      /** So many planned occasions had gone by, at least, on the day from which it waits. */
      readonly missed: number;
      /** The last two of them. */
      readonly missedOn: readonly [CalendarDay, CalendarDay];
      /** The last response before them; null: none with a date. */
      readonly lastOn: CalendarDay | null;
    }
  | { readonly kind: 'safety'; readonly respondent: Respondent; readonly standing: StandingSafety }
  /** Also P4: the last conversation set this day, and no raised answer asks by then. */
  | { readonly kind: 'ask-again'; readonly talkedOn: CalendarDay; readonly askAgainOn: CalendarDay }
  | {
      readonly kind: 'check-out-dropped';
      /** Those that fell by two points or more. */
      readonly dropped: readonly {
        readonly part: CheckOutPart;
        readonly before: number;
        readonly now: number;
      }[];
      readonly beforeOn: CalendarDay;
      readonly latestOn: CalendarDay;
    }
  | {
      readonly kind: 'goal-flat';
      readonly goalId: GoalId;
      readonly words: string;
      readonly scale: GoalScale;
      /** The last three, oldest first. */
      readonly values: readonly [number, number, number];
      readonly sinceOn: CalendarDay;
      readonly latestOn: CalendarDay;
    }
  | {
      readonly kind: 'target-met';
      readonly of:
        | {
            readonly kind: 'measure';
            readonly line: PromptLine;
            readonly cutOffValue: number;
            readonly ruleId: string;
          }
        | {
            readonly kind: 'goal';
            readonly goalId: GoalId;
            readonly words: string;
            readonly scale: GoalScale;
            readonly target: number;
          };
      readonly values: readonly [number, number, number];
      readonly latest: When;
    };

export const checkOutParts = ['heard', 'topics', 'way', 'overall'] as const;
export type CheckOutPart = (typeof checkOutParts)[number];

export interface Prompt {
  readonly kind: PromptKind;
  /** Which of its kind: the same text on every device and at every time. A decision names it. */
  readonly about: string;
  readonly reason: PromptReason;
  /** What a decision keeps as the value it was given on. */
  readonly value: number | null;
  /** Waits from this day on; null: at once. A 'later', a planned day or an ask-again date moves it. */
  readonly from: CalendarDay | null;
  /** Only P4, which is always shown: 'later' was said, so that until this day it may stand closed, behind the others of its kind. */
  readonly closedUntil: CalendarDay | null;
}
