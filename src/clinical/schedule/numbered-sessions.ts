// Which session of a course was it? Law: only sessions that the client came to count; a number that was written down stands,
// and without one it is the next after the session before it, so the first is 1.
import type { CalendarDay, ScorePoint } from '../verdict/score-point.ts';

export type Attendance = 'came' | 'late' | 'cancelled' | 'missed';

export interface SessionHeld {
  readonly occurredOn: CalendarDay | null;
  readonly sessionNumber: number | null;
  readonly attendance: Attendance;
}

/** A session that the client came to. */
export interface NumberedSession {
  /** Null: only its number is known. */
  readonly occurredOn: CalendarDay | null;
  readonly number: number;
}

export const isAttended = ({ attendance }: Pick<SessionHeld, 'attendance'>): boolean =>
  attendance === 'came' || attendance === 'late';

/** @param sessions of one course, in the order people see them */
export function numberedSessions(sessions: readonly SessionHeld[]): NumberedSession[] {
  const numbered: NumberedSession[] = [];
  for (const { occurredOn, sessionNumber } of sessions.filter(isAttended)) {
    numbered.push({ occurredOn, number: sessionNumber ?? (numbered.at(-1)?.number ?? 0) + 1 });
  }
  return numbered;
}

/** The session that a response belongs to: the one written with it, else the one of its day; null: none is known. */
export function sessionOf(
  { sessionNumber, occurredOn }: Pick<ScorePoint, 'sessionNumber' | 'occurredOn'>,
  sessions: readonly NumberedSession[],
): number | null {
  if (sessionNumber !== null || occurredOn === null) return sessionNumber;
  return sessions.findLast((session) => session.occurredOn === occurredOn)?.number ?? null;
}

/** The days on which there was one, each once, ascending: two sessions on a day are one occasion to ask. */
export const sessionDays = (sessions: readonly NumberedSession[]): CalendarDay[] =>
  [...new Set(sessions.flatMap(({ occurredOn }) => occurredOn ?? []))].sort();
