import { m } from '../../../paraglide/messages.js';

/** Older answers than these are a slip of the year, not a record. */
const earliestYear = 1950;

/** Why this cannot be the day of a response, as a sentence; undefined when it can. Without a day: only where it is optional. */
export function dayProblem(
  day: string | null,
  today: string,
  locale: string,
  isOptional = false,
): string | undefined {
  // The browser's own field gives nothing for a day such as 31/02.
  if (day === null) return isOptional ? undefined : m.client_score_day_missing();
  if (day > today) return m.client_score_day_future();
  if (Number(day.slice(0, 4)) >= earliestYear) return undefined;
  return m.client_score_day_early({ year: formatYear(earliestYear, locale) });
}

const formatYear = (year: number, locale: string): string =>
  new Intl.NumberFormat(locale, { useGrouping: false }).format(year);
