import type { Weekday } from '../../src/clinical/calendar/days.ts';
import type { Appointment, MeetingPlace } from '../../src/records/appointment.ts';
import type { ClientStatus } from '../../src/records/directory.ts';
import type { Entry } from '../../src/records/entry.ts';
import { addDays, daysBetween, weekdayOf } from './calendar.ts';
import type { ClientPlan } from './make-client.ts';

/**
 * The usual slot is that of the sessions so far; every fifth client in therapy has not been given the next date yet. Nothing is
 * drawn by chance here, so that the courses stay the same.
 */
export function makeAppointment(
  { index, today, startOn }: ClientPlan,
  status: ClientStatus,
  entries: readonly Entry[],
  minuteOfDay: number,
): Appointment {
  if (status === 'ended') return { next: null, slot: null };
  const place: MeetingPlace = index % 2 === 0 ? 'video' : 'room';
  const time = `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:00`;
  if (status === 'waiting') return { next: { on: addDays(today, 3), time, place }, slot: null };
  const last = entries.at(-1)?.occurredOn ?? startOn;
  const slot = { weekday: (weekdayOf(last) || 7) as Weekday, time, place };
  if (index % 5 === 4) return { next: null, slot };
  const weeks = Math.floor(Math.max(0, daysBetween(last, today)) / 7) + 1;
  return { next: { on: addDays(last, 7 * weeks), time, place }, slot };
}
