import { dateOfDay, firstOfMonth } from './calendar-days.ts';

export interface DateTicks {
  /** Days since 1970-01-01 UTC, inside [from, to]. */
  readonly days: readonly number[];
  /** How finely the ticks stand decides how they are written. */
  readonly unit: 'day' | 'month' | 'year';
}

const dayStepsInDays = [1, 2, 7, 14];
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120];
const daysInMonth = 30.4;

/** Ticks on calendar boundaries (days, weeks from Monday, months, years), at most `room` of them. */
export function dateTicks(from: number, to: number, room: number): DateTicks {
  const span = to - from;
  const dayStep = dayStepsInDays.find((step) => span / step <= room);
  if (dayStep !== undefined) return { days: everyDays(from, to, dayStep), unit: 'day' };
  const monthStep = monthSteps.find((step) => span / (step * daysInMonth) <= room) ?? 240;
  return { days: everyMonths(from, to, monthStep), unit: monthStep >= 12 ? 'year' : 'month' };
}

function everyDays(from: number, to: number, step: number): number[] {
  // Day 4 was Monday, 5 January 1970: steps of weeks stand on Mondays.
  const first = Math.ceil((from - 4) / step) * step + 4;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => first + i * step);
}

function everyMonths(from: number, to: number, step: number): number[] {
  const start = dateOfDay(from);
  const days: number[] = [];
  const year = start.getUTCFullYear();
  for (let month = Math.floor(start.getUTCMonth() / step) * step; ; month += step) {
    const day = firstOfMonth(step > 12 ? year - (year % (step / 12)) : year, month);
    if (day > to) return days;
    if (day >= from) days.push(day);
  }
}

/** Writes ticks for a locale: the year is added where it changes and at the first tick, never on every one. */
export function dateTickLabels({ days, unit }: DateTicks, locale: string): string[] {
  const parts: Intl.DateTimeFormatOptions =
    unit === 'day' ? { day: 'numeric', month: 'short' } : unit === 'month' ? { month: 'short' } : {};
  const short = new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' });
  const year = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' });
  return days.map((day, index) => {
    const date = dateOfDay(day);
    if (unit === 'year') return year.format(date);
    const previous = days[index - 1];
    const newYear = previous === undefined || dateOfDay(previous).getUTCFullYear() !== date.getUTCFullYear();
    return newYear ? `${short.format(date)}\n${year.format(date)}` : short.format(date);
  });
}
