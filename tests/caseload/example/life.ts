// What happened around the scores of one person of the example, told by session number: a session that the calendar of a year
// does not have is left out, and so is what hangs on it.
import type { Obstacle } from '../../../src/clinical/change-of-course/obstacles.ts';
import type { GoalScale } from '../../../src/clinical/goals/goal.ts';
import type { PromptAnswer, PromptKind } from '../../../src/clinical/prompts/prompt.ts';
import type { TechniqueId } from '../../../src/clinical/techniques/technique.ts';
import type { CalendarDay } from '../../../src/clinical/verdict/score-point.ts';
import type { PivotAgreement, ReviewDecision, RiskConversationEntry } from '../../../src/records/entry.ts';

export interface LifeGoal {
  readonly words: string;
  readonly scale: GoalScale;
  /** From −2 to +2; only for attainment. */
  readonly levels?: readonly [string, string, string, string, string];
  readonly target: number;
  /** [session, value] */
  readonly ratings: readonly (readonly [number, number])[];
}

export interface LifePivot {
  readonly session: number;
  readonly obstacles: readonly Obstacle[];
  readonly inTheWay: string;
  readonly from: TechniqueId;
  readonly to: TechniqueId;
  readonly label: string;
  /** A measure, or the place of a goal in the list. */
  readonly target: string | number;
  readonly direction: 'down' | 'up';
  /** Weeks after the pivot; or the day itself, as so many days from today. */
  readonly review: { readonly afterWeeks: number } | { readonly daysFromToday: number };
  readonly agreement: PivotAgreement;
  readonly clientWording: string;
  readonly reviews?: readonly {
    readonly session: number;
    readonly decision: ReviewDecision;
    readonly words: string;
    readonly nextAfterWeeks?: number;
  }[];
}

export interface LifeDecision {
  readonly session: number;
  readonly prompt: PromptKind;
  /** As the prompt calls it; `answered`: ends with the id of the response to this measure in that session. */
  readonly about: string;
  readonly answered?: string;
  readonly answer: PromptAnswer;
  readonly reason?: string;
  readonly obstacles?: readonly Obstacle[];
  /** The prompt's sentence at that time, as it was read. */
  readonly seen: string;
  readonly value: number | null;
}

type RiskWords = Pick<
  RiskConversationEntry,
  'asked' | 'said' | 'means' | 'protectiveFactors' | 'whereNow' | 'plan' | 'told' | 'discussed'
>;

export interface Life {
  readonly problems: readonly string[];
  readonly goals: readonly LifeGoal[];
  readonly techniques: readonly TechniqueId[];
  /** Measures of the plan, every so many sessions; the first is the primary one. */
  readonly measures: readonly { readonly instrumentId: string; readonly every: number }[];
  readonly lifeEvents?: readonly { readonly session: number; readonly words: string }[];
  readonly pivots?: readonly LifePivot[];
  readonly decisions?: readonly LifeDecision[];
  readonly riskConversations?: readonly (RiskWords & {
    readonly session: number;
    readonly askAgainAfterDays: number;
  })[];
  /** The last check-out falls away from the ones before. */
  readonly lastCheckOutDrops?: boolean;
  /** Measuring was explained and agreed to; false: the agreement was withdrawn at the last session. */
  readonly stillAgrees?: boolean;
}

/** The day and the session that something hangs on. */
export interface SessionDay {
  readonly number: number;
  readonly on: CalendarDay;
  /** When the session ended, UTC. */
  readonly endsAt: string;
  readonly came: boolean;
}
