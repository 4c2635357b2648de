// What should move after a change of course: a measure as one respondent answers it, or a goal.
import type { GoalId } from '../goals/goal.ts';
import type { Respondent } from '../verdict/score-point.ts';

export type ChangeTarget =
  | { readonly kind: 'measure'; readonly instrumentId: string; readonly respondent: Respondent }
  | { readonly kind: 'goal'; readonly goalId: GoalId };
