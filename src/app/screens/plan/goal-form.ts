// What was typed into a goal's fields → a goal, or what is missing.
import {
  attainmentLevels,
  type AttainmentLevel,
  type Goal,
  type GoalScale,
} from '../../../clinical/goals/goal.ts';
import { m } from '../../paraglide/messages.js';
import type { GoalDraft } from '../../state/plan-changes.ts';
import { isWholeBetween, room, wordsProblem } from './field-problems.ts';

export interface GoalFields {
  readonly words: string;
  readonly scale: GoalScale;
  readonly target: number | null;
  readonly levels: Readonly<Record<AttainmentLevel, string>>;
}

/** Highest first, as they are read. */
export const levelsFromTop: readonly AttainmentLevel[] = attainmentLevels.toReversed();

const noLevels: GoalFields['levels'] = { '-2': '', '-1': '', 0: '', 1: '', 2: '' };

export const goalFieldsOf = (goal: Goal | null): GoalFields => ({
  words: goal?.words ?? '',
  scale: goal?.scale ?? 'zero-to-ten',
  target: goal?.scale === 'zero-to-ten' ? goal.target : 8,
  levels: goal?.levels ?? noLevels,
});

export interface GoalProblems {
  readonly words?: string | undefined;
  readonly target?: string | undefined;
  readonly levels?: string | undefined;
  readonly level: Partial<Record<AttainmentLevel, string | undefined>>;
}

/** Sentences; null where nothing is wrong. What the other scale would need is not asked for. */
export function goalProblems(fields: GoalFields, locale: string): GoalProblems | null {
  const words = wordsProblem(fields.words, room.words, locale, m.plan_goal_missing());
  if (fields.scale === 'zero-to-ten') {
    const target = isWholeBetween(fields.target, 1, 10) ? undefined : m.plan_goal_target_wrong();
    return words || target ? { words, target, level: {} } : null;
  }
  const level = Object.fromEntries(
    attainmentLevels.map((each) => [each, wordsProblem(fields.levels[each], room.level, locale, null)]),
  ) as GoalProblems['level'];
  const isDescribed = fields.levels[0].trim() !== '' && fields.levels[-1].trim() !== '';
  const levels = isDescribed ? undefined : m.plan_goal_levels_missing();
  return words || levels || Object.values(level).some(Boolean) ? { words, levels, level } : null;
}

/** @param fields without problems */
export const goalIn = ({ words, scale, target, levels }: GoalFields): GoalDraft => ({
  words: words.trim(),
  scale,
  target: scale === 'attainment' ? 0 : (target ?? 10),
  levels: {
    '-2': levels[-2].trim(),
    '-1': levels[-1].trim(),
    0: levels[0].trim(),
    1: levels[1].trim(),
    2: levels[2].trim(),
  },
});
