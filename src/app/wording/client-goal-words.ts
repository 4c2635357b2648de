// A goal's ratings in words for the client, who gave them. First and last, and what is aimed for; nothing is made of the way between.
import type { AttainmentLevel, Goal } from '../../clinical/goals/goal.ts';
import { m } from '../paraglide/messages.js';
import { formatDay } from './format-day.ts';
import { formatNumber } from './format-total.ts';
import { displayLocale } from './locale.ts';

/** A rating on the goal's own scale. */
export interface RatedOn {
  readonly occurredOn: string;
  readonly value: number;
}

const levels: Readonly<Record<AttainmentLevel, () => string>> = {
  [-2]: m.share_client_level_much_less,
  [-1]: m.share_client_level_less,
  0: m.share_client_level_hoped,
  1: m.share_client_level_more,
  2: m.share_client_level_much_more,
};
const levelWord = (value: number): string =>
  levels[Math.max(-2, Math.min(2, Math.round(value))) as AttainmentLevel]();

/** @param ratings in order of time */
export function clientGoalWords(
  { scale, target }: Pick<Goal, 'scale' | 'target'>,
  ratings: readonly RatedOn[],
  locale: string = displayLocale(),
): string {
  const [first, last] = [ratings[0], ratings.at(-1)];
  if (!first || !last) return m.share_client_goal_none();
  const days = { start: formatDay(first.occurredOn, locale), day: formatDay(last.occurredOn, locale) };
  if (scale === 'attainment') {
    const said = { ...days, first: levelWord(first.value), level: levelWord(last.value) };
    return first === last ? m.share_client_goal_level_one(said) : m.share_client_goal_level_now(said);
  }
  const said = {
    ...days,
    first: formatNumber(first.value, locale),
    value: formatNumber(last.value, locale),
  };
  const rated = first === last ? m.share_client_goal_one(said) : m.share_client_goal_now(said);
  return `${rated} ${m.share_client_goal_aim({ target: formatNumber(target, locale) })}`;
}
