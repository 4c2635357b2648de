import type { ScorePoint } from '../../clinical/verdict/score-point.ts';
import { m } from '../paraglide/messages.js';
import { formatDay, formatShortDay } from './format-day.ts';
import { formatNumber } from './format-total.ts';
import { displayLocale } from './locale.ts';

export type Place = Pick<ScorePoint, 'occurredOn' | 'sessionNumber'>;

/** "4 March 2026", or "session 4" where no date is known: none is invented. */
export function placeWord({ occurredOn, sessionNumber }: Place, locale: string = displayLocale()): string {
  if (occurredOn !== null) return formatDay(occurredOn, locale);
  if (sessionNumber === null) return m.wording_undated();
  return m.wording_session({ number: formatNumber(sessionNumber, locale) });
}

/** "4 Mar 2026", "session 4", for tables. */
export const shortPlace = (place: Place, locale: string = displayLocale()): string =>
  place.occurredOn === null ? placeWord(place, locale) : formatShortDay(place.occurredOn, locale);

/** "on 4 March 2026", "in session 4". */
export function whenPhrase({ occurredOn, sessionNumber }: Place, locale: string = displayLocale()): string {
  if (occurredOn !== null) return m.wording_on_day({ day: formatDay(occurredOn, locale) });
  if (sessionNumber === null) return m.wording_at_no_date();
  return m.wording_in_session({ number: formatNumber(sessionNumber, locale) });
}
