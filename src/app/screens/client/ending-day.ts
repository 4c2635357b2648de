import type { CalendarDay } from '../../../clinical/verdict/score-point.ts';
import { m } from '../../paraglide/messages.js';
import { formatDay } from '../../wording/format-day.ts';

/** Why a course cannot end on this day; null where it can. */
export function endingDayProblem(
  day: CalendarDay | null,
  startedOn: CalendarDay | null,
  today: CalendarDay,
  locale: string,
): string | null {
  if (day === null) return m.client_ending_day_missing();
  if (day > today) return m.client_ending_day_future();
  if (startedOn !== null && day < startedOn)
    return m.client_ending_day_early({ day: formatDay(startedOn, locale) });
  return null;
}
