// A cell → a calendar day, by the order the mapping names. 03/04/2025 is March or April: the file decides or the therapist
// is asked, never the code. A day that does not exist is an answer of its own.
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';

export type DateOrder = 'day-first' | 'month-first';

export interface DateReading {
  /** Null: no value of the file decided, and nobody has yet. Year-first and dotted dates do not need it. */
  readonly order: DateOrder | null;
  /** What "25" means as a year: 2025, or refuse. */
  readonly twoDigitYears: 'refuse' | 'as-2000s';
}

export type ParsedDay =
  | { readonly kind: 'day'; readonly day: CalendarDay }
  | { readonly kind: 'no-such-day' | 'not-a-date' | 'two-digit-year' | 'order-unknown' };

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const timeOfDay = /[T\s]+\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(z|[+-]\d{2}:?\d{2})?$/i;
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const numeric = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const dayNameMonth = /^(\d{1,2})[.\s-]*([a-z]{3,9})[.,\s-]*(\d{4}|\d{2})$/i;
const monthNameDay = /^([a-z]{3,9})[.\s-]*(\d{1,2})(?:st|nd|rd|th)?[,\s-]+(\d{4}|\d{2})$/i;

/** The numbers of a date in the order they stand in, before anyone says which is the day. */
export type DateParts =
  | { readonly kind: 'settled'; readonly year: string; readonly month: number; readonly day: number }
  | { readonly kind: 'either-order'; readonly first: number; readonly second: number; readonly year: string };

const longMonths =
  'january february march april may june july august september october november december'.split(' ');

function monthNumber(name: string): number | null {
  const lower = name.toLowerCase();
  if (lower === 'sept') return 9;
  const full = longMonths.indexOf(lower);
  return full >= 0 ? full + 1 : months.indexOf(lower) + 1 || null;
}

/** @returns null when the text does not look like a date at all. */
export function datePartsOf(text: string): DateParts | null {
  const plain = text.trim().replace(timeOfDay, '');
  const settled = (year = '', month: number | null, day = ''): DateParts | null =>
    month === null ? null : { kind: 'settled', year, month, day: Number(day) };
  const byYear = yearFirst.exec(plain);
  if (byYear) return settled(byYear[1], Number(byYear[3]), byYear[4]);
  const packed = compact.exec(plain);
  if (packed) return settled(packed[1], Number(packed[2]), packed[3]);
  const [, first = '', mark, second = '', year = ''] = numeric.exec(plain) ?? [];
  // Dotted dates are day-first everywhere they are written.
  if (mark === '.') return settled(year, Number(second), first);
  if (mark !== undefined) return { kind: 'either-order', first: Number(first), second: Number(second), year };
  const named = dayNameMonth.exec(plain);
  if (named) return settled(named[3], monthNumber(named[2] ?? ''), named[1]);
  const american = monthNameDay.exec(plain);
  return american ? settled(american[3], monthNumber(american[1] ?? ''), american[2]) : null;
}

export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

export function parseDay(text: string, reading: DateReading): ParsedDay {
  const parts = datePartsOf(text);
  if (parts === null) return { kind: 'not-a-date' };
  if (parts.year.length === 2 && reading.twoDigitYears === 'refuse') return { kind: 'two-digit-year' };
  const year = Number(parts.year) + (parts.year.length === 2 ? 2000 : 0);
  let day: number;
  let month: number;
  if (parts.kind === 'settled') ({ day, month } = parts);
  else if (parts.first === parts.second) [day, month] = [parts.first, parts.second];
  else if (reading.order === null) return { kind: 'order-unknown' };
  else
    [day, month] = reading.order === 'day-first' ? [parts.first, parts.second] : [parts.second, parts.first];
  if (day < 1 || day > daysInMonth(year, month)) return { kind: 'no-such-day' };
  return { kind: 'day', day: `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` };
}
