import { addMonths } from '../calendar/days.ts';
import type { CalendarDay } from '../verdict/score-point.ts';
import type { Ending, FollowUpMonths } from './ending.ts';

export interface PlannedFollowUp {
  readonly months: FollowUpMonths;
  readonly dueOn: CalendarDay;
  readonly isDone: boolean;
}

/**
 * The follow-ups planned with an ending, the first one first. One is done when a measure was answered no earlier than a
 * month before it was due; a later answer does for every earlier one, because that time has passed.
 * @param measuredOn days of the measures that were answered after the ending
 */
export function plannedFollowUps(
  { occurredOn, followUpMonths }: Pick<Ending, 'occurredOn' | 'followUpMonths'>,
  measuredOn: readonly CalendarDay[],
): PlannedFollowUp[] {
  return [...followUpMonths]
    .sort((a, b) => a - b)
    .map((months) => {
      const dueOn = addMonths(occurredOn, months);
      const from = addMonths(dueOn, -1);
      return { months, dueOn, isDone: measuredOn.some((day) => day >= from) };
    });
}
