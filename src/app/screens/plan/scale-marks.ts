import type { AttainmentLevel, Goal } from '../../../clinical/goals/goal.ts';
import type { ScaleMark } from '../../components/scale-keys.ts';
import { m } from '../../paraglide/messages.js';
import { levelName, levelWords, ratingValues, shortRating } from '../../wording/goal-words.ts';

/** The scale of a goal as marks to touch: the target is one of them, and each level says what it looks like. */
export const scaleMarks = (goal: Goal, locale: string): ScaleMark[] =>
  ratingValues(goal.scale).map((value) => {
    const label = shortRating(value, goal.scale, locale);
    const isTarget = value === goal.target;
    if (goal.scale === 'zero-to-ten')
      return { value, label, isTarget, name: isTarget ? m.plan_rate_target({ value: label }) : undefined };
    // The values of this scale are its levels.
    const level = levelName(value as AttainmentLevel);
    const words = levelWords(goal, value);
    return { value, label, isTarget, name: words === '' ? level : m.plan_level_described({ level, words }) };
  });
