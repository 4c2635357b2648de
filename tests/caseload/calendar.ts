import type { CalendarDay } from '../../src/clinical/verdict/score-point.ts';
import type { RecordedAt } from '../../src/records/entry.ts';

const dayMs = 86_400_000;
const asUtc = (day: CalendarDay): number => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: CalendarDay, days: number): CalendarDay =>
  new Date(asUtc(day) + days * dayMs).toISOString().slice(0, 10);

/** Whole days from `from` to `to`; negative if `to` is earlier. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number =>
  Math.round((asUtc(to) - asUtc(from)) / dayMs);

/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (day: CalendarDay): number => new Date(asUtc(day)).getUTCDay();

/** Written down at that minute of that day, in a place that is on UTC. */
export const recordedOn = (day: CalendarDay, minuteOfDay: number): RecordedAt => ({
  utc: new Date(asUtc(day) + minuteOfDay * 60_000).toISOString(),
  offsetMinutes: 0,
});
