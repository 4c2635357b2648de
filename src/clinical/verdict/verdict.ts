// What can be said about one client on one measure, and everything it rests on (CLINICAL 1.1). Numbers are never
// rounded and no sentences are made here, except for the sources and limits that belong to the figures themselves.
import type { ChangeStatus } from '../change/classify-change.ts';
import type { NeededChange, ReliableDirection } from '../change/reliable-change.ts';
import type { Side } from '../change/side-of-cut-off.ts';
import type { CompletePoint } from '../episodes/complete-points.ts';
import type { Baseline, BaselineChoice } from '../episodes/find-baseline.ts';
import type { Band, ChangeRule, CutOff } from '../instruments/instrument.ts';
import type { ScorePoint } from './score-point.ts';

export type Verdict = NoScores | TooFewPoints | NoRule | Judged;

/** No complete response in this episode. */
export interface NoScores {
  readonly kind: 'no-scores';
  /** The cut-off in use: there is a line to draw before there is a score. */
  readonly cutOff: CutOff | null;
  readonly problems: readonly VerdictProblem[];
}

/** One complete response: where it lies, and nothing about change. */
export interface TooFewPoints {
  readonly kind: 'too-few-points';
  readonly only: JudgedPoint;
  readonly baseline: UsedBaseline;
  /** The rule that the next response will be judged by; null where none is known. */
  readonly rule: ChangeRule | null;
  readonly cutOff: CutOff | null;
  readonly problems: readonly VerdictProblem[];
}

/** Two points or more, but nothing is known that would tell change from measurement error. */
export interface NoRule extends Comparison {
  readonly kind: 'no-rule';
}

/** Change judged under one named rule, with the rival rules beside it. */
export interface Judged extends Comparison, Judgement {
  readonly kind: 'judged';
  /** The same two scores under every other combination of the instrument's rules and cut-offs. */
  readonly rivals: readonly Judgement[];
}

/** Start and now: the plain facts. */
export interface Comparison {
  readonly baseline: UsedBaseline;
  readonly start: JudgedPoint;
  readonly latest: JudgedPoint;
  /** latest − start in points of the measure, signed as it is: for PHQ-9 a minus is better. */
  readonly change: number;
  readonly cutOff: CutOff | null;
  /** Start and latest were collected in different ways. */
  readonly modeChanged: boolean;
  readonly limits: readonly string[];
  readonly problems: readonly VerdictProblem[];
}

/** One rule and one cut-off applied to the two scores. */
export interface Judgement {
  readonly status: ChangeStatus;
  readonly direction: ReliableDirection;
  readonly rule: ChangeRule;
  readonly needed: NeededChange;
  readonly cutOff: CutOff | null;
  /** Null without a cut-off. */
  readonly clinicalAtStart: boolean | null;
  readonly functionalNow: boolean | null;
  /** What this rule and this cut-off do not say. */
  readonly limits: readonly string[];
}

export interface JudgedPoint extends CompletePoint {
  readonly band: Band | null;
  /** Under the cut-off in use; null without one. */
  readonly side: Side | null;
}

export type UsedBaseline = Exclude<Baseline, { kind: 'none' }>;

/** What a reader must know before trusting the verdict; none of it stops the app. */
export type VerdictProblem =
  | { readonly kind: 'incomplete-after-latest'; readonly point: ScorePoint }
  | { readonly kind: 'invalid-after-latest'; readonly point: ScorePoint }
  /** Without date and session number: left out. */
  | { readonly kind: 'unplaced'; readonly point: ScorePoint }
  | { readonly kind: 'baseline-choice-unusable'; readonly choice: BaselineChoice }
  /** The cut-off depends on age or sex: none is used, all possible ones are named; an empty list: none is for this person. */
  | { readonly kind: 'cut-off-open'; readonly possible: readonly CutOff[] }
  /** The rule or cut-off chosen in the settings is not one of this instrument's; its first one is used. */
  | { readonly kind: 'unknown-choice'; readonly of: 'change-rule' | 'cut-off'; readonly id: string };
