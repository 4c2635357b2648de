// What a change of course may hope to move: the client's measures, and the goals that are worked on.
import type { ChangeTarget } from '../../../clinical/change-of-course/change-target.ts';
import type { Goal, GoalId } from '../../../clinical/goals/goal.ts';
import { m } from '../../paraglide/messages.js';
import type { MeasureView } from '../../state/client-chart.ts';
import { measureName } from '../../wording/words.ts';

/** Also of a goal that was removed; null where it was never known here. */
export type GoalWords = (id: GoalId) => string | null;

export interface TargetOption {
  readonly value: string;
  readonly label: string;
  readonly target: ChangeTarget | null;
}

export const targetKey = (target: ChangeTarget | null): string => {
  if (target === null) return 'none';
  return target.kind === 'goal'
    ? `goal/${target.goalId}`
    : `measure/${target.instrumentId}/${target.respondent}`;
};

const ofMeasure = ({ instrument, series }: MeasureView): TargetOption => {
  const target = { kind: 'measure', instrumentId: instrument.id, respondent: series.respondent } as const;
  return { value: targetKey(target), label: measureName(instrument.shortName, series.respondent), target };
};

const ofGoal = ({ id, words }: Pick<Goal, 'id' | 'words'>): TargetOption => {
  const target = { kind: 'goal', goalId: id } as const;
  return { value: targetKey(target), label: m.change_target_goal({ words }), target };
};

/** One for each, whatever its version; what is chosen stays among them though it is not in the plan any more. */
export function targetOptions(
  views: readonly MeasureView[],
  goals: readonly Goal[],
  chosen: ChangeTarget | null,
  goalWords: GoalWords,
): TargetOption[] {
  const offered = [
    ...views.map(ofMeasure),
    ...goals.filter(({ closedOn }) => closedOn === null).map(ofGoal),
  ].filter(({ value }, index, all) => all.findIndex((other) => other.value === value) === index);
  const none: TargetOption = { value: 'none', label: m.change_target_none(), target: null };
  const isOffered = chosen === null || offered.some(({ value }) => value === targetKey(chosen));
  const kept = isOffered
    ? []
    : [{ value: targetKey(chosen), label: targetName(chosen, views, goalWords), target: chosen }];
  return [...offered, ...kept, none];
}

/** "GAD-7", "Goal: sleep through the night". */
export function targetName(
  target: ChangeTarget,
  views: readonly MeasureView[],
  goalWords: GoalWords,
): string {
  if (target.kind === 'goal') {
    const words = goalWords(target.goalId);
    return words === null ? m.change_target_gone() : m.change_target_goal({ words });
  }
  const view = viewOf(target, views);
  return measureName(view?.instrument.shortName ?? target.instrumentId, target.respondent);
}

const viewOf = (target: ChangeTarget & { kind: 'measure' }, views: readonly MeasureView[]) =>
  views.find(
    ({ instrument, series }) =>
      instrument.id === target.instrumentId && series.respondent === target.respondent,
  );

/** Which way is better; null where neither end is. */
export function betterOf(target: ChangeTarget | null, views: readonly MeasureView[]): 'down' | 'up' | null {
  if (target === null) return null;
  if (target.kind === 'goal') return 'up';
  const better = viewOf(target, views)?.instrument.better;
  if (better === 'higher') return 'up';
  return better === 'lower' ? 'down' : null;
}

export const improvingDirection = (
  target: ChangeTarget | null,
  views: readonly MeasureView[],
): 'down' | 'up' => betterOf(target, views) ?? 'down';
