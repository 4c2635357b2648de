// Why what was typed cannot be written down, as sentences; undefined where it can. Nothing is cut short in silence.
import type { CalendarDay } from '../../../clinical/verdict/score-point.ts';
import { m } from '../../paraglide/messages.js';
import { earliestDay } from '../../state/session-changes.ts';
import { formatNumber } from '../../wording/format-total.ts';

/** How many characters there is room for. */
export const room = { words: 500, level: 300, note: 500, name: 80, page: 8_000 } as const;

/** @param missing what is said of an empty one; null where it may be empty */
export function wordsProblem(
  text: string,
  most: number,
  locale: string,
  missing: string | null,
): string | undefined {
  const { length } = text.trim();
  if (length === 0) return missing ?? undefined;
  if (length <= most) return undefined;
  return m.plan_too_long({ length: formatNumber(length, locale), room: formatNumber(most, locale) });
}

/** Of something that has happened. */
export function pastDayProblem(day: CalendarDay | null, today: CalendarDay): string | undefined {
  if (day === null) return m.plan_day_missing();
  if (day > today) return m.plan_day_future();
  return day < earliestDay ? m.plan_day_early({ year: earliestDay.slice(0, 4) }) : undefined;
}

/** A whole number from `min` to `max`. */
export const isWholeBetween = (value: number | null, min: number, max: number): value is number =>
  value !== null && Number.isInteger(value) && value >= min && value <= max;
