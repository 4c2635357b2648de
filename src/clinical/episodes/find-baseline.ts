import type { ScorePoint } from '../verdict/score-point.ts';
import { completePoints } from './complete-points.ts';
import type { CompletePoint } from './complete-points.ts';

/** The therapist's choice of another response to start from, with the reason that the record keeps. */
export interface BaselineChoice {
  readonly entryId: string;
  readonly reason: string;
}

export type Baseline =
  | { readonly kind: 'none' }
  | { readonly kind: 'first-complete'; readonly at: CompletePoint }
  | {
      readonly kind: 'moved';
      readonly at: CompletePoint;
      readonly reason: string;
      readonly from: CompletePoint;
    };

export interface FoundBaseline {
  readonly baseline: Baseline;
  /** A choice that points at nothing usable here: deleted, incomplete, of another episode, measure or respondent. */
  readonly unusableChoice: BaselineChoice | null;
}

/**
 * The score that change is counted from (CLINICAL 1.7): the first complete response, unless the therapist moved it.
 * @param points of one line and one episode, in order.
 */
export function findBaseline(points: readonly ScorePoint[], choice: BaselineChoice | null): FoundBaseline {
  const complete = completePoints(points);
  const first = complete[0];
  if (!first) return { baseline: { kind: 'none' }, unusableChoice: choice };

  const chosen = choice && complete.find(({ point }) => point.entryId === choice.entryId);
  if (!chosen) return { baseline: { kind: 'first-complete', at: first }, unusableChoice: choice };
  // Moved back: from the first to the first is not moved.
  if (chosen === first) return { baseline: { kind: 'first-complete', at: first }, unusableChoice: null };
  return {
    baseline: { kind: 'moved', at: chosen, reason: choice.reason, from: first },
    unusableChoice: null,
  };
}
