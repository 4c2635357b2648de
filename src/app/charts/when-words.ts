import type { ScorePoint } from '../../clinical/verdict/score-point.ts';
import { dateOfDay, dayNumber } from './calendar-days.ts';
import type { ChartWords } from './chart-words.ts';
import { dayFormat, numberFormat } from './number-format.ts';

/** "12 Mar 2026", "Session 4", "No date". */
export function whenOf(
  { occurredOn, sessionNumber }: Pick<ScorePoint, 'occurredOn' | 'sessionNumber'>,
  words: ChartWords,
  locale: string,
): string {
  if (occurredOn !== null) return dayFormat(locale).format(dateOfDay(dayNumber(occurredOn)));
  return sessionNumber === null ? words.undated : words.session(numberFormat(locale).format(sessionNumber));
}
