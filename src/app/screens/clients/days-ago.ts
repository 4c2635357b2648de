import { daysBetween } from '../../../clinical/calendar/days.ts';
import type { CalendarDay } from '../../../clinical/verdict/score-point.ts';
import { m } from '../../paraglide/messages.js';
import { formatNumber } from '../../wording/format-total.ts';

/** "today", "yesterday", "12 days ago". */
export function daysAgo(day: CalendarDay, today: CalendarDay, locale: string): string {
  const days = daysBetween(day, today);
  if (days < 0) return m.clients_after_today();
  if (days === 0) return m.clients_today();
  return days === 1
    ? m.clients_yesterday()
    : m.clients_days_ago({ days, number: formatNumber(days, locale) });
}
