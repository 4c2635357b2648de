// Ratings of goals in words.
import { rangeOfScale, type AttainmentLevel, type Goal, type GoalScale } from '../../clinical/goals/goal.ts';
import { m } from '../paraglide/messages.js';
import { formatNumber } from './format-total.ts';

const levels: Readonly<Record<AttainmentLevel, () => string>> = {
  '-2': m.plan_level_minus_two,
  '-1': m.plan_level_minus_one,
  0: m.plan_level_zero,
  1: m.plan_level_plus_one,
  2: m.plan_level_plus_two,
};

/** "More than expected (+1)". */
export const levelName = (level: AttainmentLevel): string => levels[level]();

/** "+1", "−2", "0": with a true minus. */
export const signed = (value: number, locale: string): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : ''}${formatNumber(Math.abs(value), locale)}`;

/** "6" or "+1", where the scale is known from around it. */
export const shortRating = (value: number, scale: GoalScale, locale: string): string =>
  scale === 'attainment' ? signed(value, locale) : formatNumber(value, locale);

/** "6 of 10", "+1". */
export const ratingWords = (value: number, scale: GoalScale, locale: string): string =>
  scale === 'attainment'
    ? signed(value, locale)
    : m.plan_rating_of_ten({ value: formatNumber(value, locale) });

/** Every value that a goal can be rated with, ascending. */
export function ratingValues(scale: GoalScale): number[] {
  const { min, max } = rangeOfScale(scale);
  return Array.from({ length: max - min + 1 }, (_, index) => min + index);
}

/** What this client described for a level; '' where nothing was. */
export const levelWords = (goal: Pick<Goal, 'levels'>, value: number): string =>
  Object.entries(goal.levels).find(([level]) => Number(level) === value)?.[1] ?? '';
