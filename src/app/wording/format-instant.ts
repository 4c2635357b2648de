import { displayLocale } from './locale.ts';

/** "24 Sept 2026, 14:05" for a UTC instant, in the person's own zone. */
export const formatInstant = (utc: string, locale: string = displayLocale()): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(utc));
