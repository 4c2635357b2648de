import type { Need } from '../../../clinical/attention/need.ts';
import { addDays } from '../../../clinical/calendar/days.ts';
import type { CalendarDay } from '../../../clinical/verdict/score-point.ts';
import { m } from '../../paraglide/messages.js';
import { formatNearDay } from '../../wording/appointment-words.ts';
import { formatShortDay } from '../../wording/format-day.ts';
import { formatNumber } from '../../wording/format-total.ts';
import { needSentence } from '../../wording/need-words.ts';
import type { Namesake } from './namesakes.ts';

/** The weightiest reason, and how many more there are; null where there is none. */
export function reasonLine(
  [first, ...rest]: readonly [Need, ...Need[]],
  today: CalendarDay,
  locale: string,
): string | null {
  const reason = needSentence(first, today, locale);
  if (reason === null || rest.length === 0) return reason;
  return m.clients_more_reasons({ reason, number: formatNumber(rest.length, locale) });
}

/** "2 of 50, added 3 Mar 2026". */
export const namesakeWords = ({ number, of }: Namesake, addedAt: string, locale: string): string =>
  m.clients_namesake({
    number: formatNumber(number, locale),
    of: formatNumber(of, locale),
    day: formatShortDay(addedAt.slice(0, 10), locale),
  });

/** "today", "tomorrow", "Tue, 3 Mar"; another year is said. */
export function nearDay(day: CalendarDay, today: CalendarDay, locale: string): string {
  if (day === today) return m.clients_today();
  if (day === addDays(today, 1)) return m.clients_tomorrow();
  return day.slice(0, 4) === today.slice(0, 4) ? formatNearDay(day, locale) : formatShortDay(day, locale);
}
