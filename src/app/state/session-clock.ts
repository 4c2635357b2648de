// What the clock says about a session: how long it has been going on, whether it was left open, and when it may have ended. All
// from the instant at which it was started and the zone of that place. Law: nothing ends before it began.
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import { addDays } from '../../clinical/calendar/days.ts';
import type { RunningSession } from '../../records/running-session.ts';
import type { RecordedAt } from '../../records/entry.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;
/** Longer than any session: somebody forgot to end it. */
const longestMs = 4 * hourMs;
/** One that began yesterday may be going on at midnight, but not for that long. */
const longestOvernightMs = 2 * hourMs;
export const usualMinutes = 50;

type Started = Pick<RunningSession, 'startedAt' | 'occurredOn'>;

/** It is not going on any more, nobody ended it, and only the therapist knows when it did. */
export function isLeftOpen({ startedAt, occurredOn }: Started, nowUtc: string, today: CalendarDay): boolean {
  const ranMs = Date.parse(nowUtc) - Date.parse(startedAt.utc);
  return ranMs > longestMs || (occurredOn < today && ranMs > longestOvernightMs);
}

/** 'HH:MM' where it was started. */
export const localTime = ({ utc, offsetMinutes }: RecordedAt): string =>
  new Date(Date.parse(utc) + offsetMinutes * minuteMs).toISOString().slice(11, 16);

/** UTC instant so many minutes after the beginning. */
export const endedAfter = ({ startedAt }: Started, minutes: number): string =>
  new Date(Date.parse(startedAt.utc) + minutes * minuteMs).toISOString();

/** UTC instant of 'HH:MM' on the session's day, or on the night after it. */
export function endedAtTime({ startedAt, occurredOn }: Started, time: string): string {
  const on = time < localTime(startedAt) ? addDays(occurredOn, 1) : occurredOn;
  const utcMs = Date.parse(`${on}T${time}:00Z`) - startedAt.offsetMinutes * minuteMs;
  // The beginning has seconds, a time that is typed has none.
  return notBefore(startedAt.utc, new Date(utcMs).toISOString());
}

export const notBefore = (startUtc: string, endUtc: string): string =>
  endUtc < startUtc ? startUtc : endUtc;

export type EndProblem = 'time-missing' | 'time-to-come' | 'too-long';

/** Why a session cannot have ended at this time; null when it can. */
export function endProblem(session: Started, time: string, nowUtc: string): EndProblem | null {
  if (!/^\d{2}:\d{2}$/.test(time)) return 'time-missing';
  const endedAt = endedAtTime(session, time);
  if (endedAt > notBefore(session.startedAt.utc, nowUtc)) return 'time-to-come';
  return Date.parse(endedAt) - Date.parse(session.startedAt.utc) > 12 * hourMs ? 'too-long' : null;
}
