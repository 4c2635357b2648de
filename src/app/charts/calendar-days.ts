import type { CalendarDay } from '../../clinical/verdict/score-point.ts';

const dayMs = 86_400_000;

/** 'YYYY-MM-DD' → whole days since 1970-01-01, counted in UTC so that no summer time moves a day. Throws on any other text. */
export function dayNumber(day: CalendarDay): number {
  const ms = Date.parse(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(ms)) throw new Error(`Not a calendar day: ${day}`);
  return ms / dayMs;
}

/** The day as an instant that a formatter with `timeZone: 'UTC'` prints as that day. */
export const dateOfDay = (day: number): Date => new Date(day * dayMs);

/** First day of a month; `month` may run past 11. */
export const firstOfMonth = (year: number, month: number): number => Date.UTC(year, month, 1) / dayMs;
