// Numbers, sizes and instants as people read them.
import { displayLocale } from '../../wording/locale.ts';

const dayMs = 24 * 3600 * 1000;

/** "10,000" */
export const formatCount = (count: number): string => new Intl.NumberFormat(displayLocale()).format(count);

/** "24 September 2026" for a UTC instant, in the person's own zone. */
export const formatDate = (instant: string | Date): string =>
  new Intl.DateTimeFormat(displayLocale(), { dateStyle: 'long' }).format(new Date(instant));

/** "24 Sept 2026, 14:05" for a UTC instant, in the person's own zone. */
export const formatInstant = (instant: string): string =>
  new Intl.DateTimeFormat(displayLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(instant),
  );

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** "4.2 MB" */
export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log10(bytes) / 3));
  const unit = byteUnits[power] ?? 'byte';
  const value = bytes / 1000 ** power;
  return new Intl.NumberFormat(displayLocale(), {
    style: 'unit',
    unit,
    // "626 bytes", but "4 kB".
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power < 2 || value >= 100 ? 0 : 1,
  }).format(value);
}

/** Whole calendar days from one instant to another in the person's own zone; never negative. */
export function daysBetween(from: Date, to: Date): number {
  const dayOf = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.max(0, Math.round((dayOf(to) - dayOf(from)) / dayMs));
}

/** "yesterday", "3 days ago", "2 months ago". */
export function formatAge(days: number): string {
  const words = new Intl.RelativeTimeFormat(displayLocale(), { numeric: 'auto' });
  if (days < 60) return words.format(-days, 'day');
  return days < 730
    ? words.format(-Math.floor(days / 30.4), 'month')
    : words.format(-Math.floor(days / 365.25), 'year');
}
