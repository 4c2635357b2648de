// Calendar days as 'YYYY-MM-DD'. A day has no zone: it is counted in UTC, so that no zone can move it to its neighbour.
import type { CalendarDay } from '../verdict/score-point.ts';

const msPerDay = 86_400_000;

const utcOf = (day: CalendarDay): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (utc: number): CalendarDay => new Date(utc).toISOString().slice(0, 10);

/** Whole days from one calendar day to another; negative when `to` lies before. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number =>
  Math.round((utcOf(to) - utcOf(from)) / msPerDay);

export const addDays = (day: CalendarDay, days: number): CalendarDay => dayOf(utcOf(day) + days * msPerDay);

/** The same day some months on (or back); a month that is too short gives its last day. */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  const from = new Date(utcOf(day));
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month, Math.min(from.getUTCDate(), lastDay)));
}

/** 1 = Monday to 7 = Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

// Sunday is 0 to Date; the cast names the seven values that remain.
export const weekdayOf = (day: CalendarDay): Weekday => (new Date(utcOf(day)).getUTCDay() || 7) as Weekday;

/** The first such weekday after a day. */
export const nextWeekday = (after: CalendarDay, weekday: Weekday): CalendarDay =>
  addDays(after, ((weekday - weekdayOf(after) + 6) % 7) + 1);
