import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import { displayLocale } from './locale.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(locale: string, dateStyle: 'long' | 'medium'): Intl.DateTimeFormat {
  const key = `${locale}/${dateStyle}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' });
  formats.set(key, made);
  return made;
}

// A calendar day has no zone: it is read and written in UTC, so that no zone can move it to its neighbour.
const utcOf = (day: CalendarDay): Date => new Date(`${day}T00:00:00Z`);

/** "4 March 2026". */
export const formatDay = (day: CalendarDay, locale: string = displayLocale()): string =>
  dayFormat(locale, 'long').format(utcOf(day));

/** "4 Mar 2026", for tables. */
export const formatShortDay = (day: CalendarDay, locale: string = displayLocale()): string =>
  dayFormat(locale, 'medium').format(utcOf(day));

/** "March 2026". */
export const formatMonth = (day: CalendarDay, locale: string = displayLocale()): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(utcOf(day));
