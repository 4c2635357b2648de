// The next appointment and the usual weekly slot, as the therapist typed them in. Each is one value in a flat map of the
// client's document: two devices that change it at once end with one of the two, never with the day of one and the hour
// of the other.
import type * as Y from 'yjs';
import type { Weekday } from '../clinical/calendar/days.ts';
import type { CalendarDay } from '../clinical/verdict/score-point.ts';

export type MeetingPlace = 'room' | 'video';

export interface NextAppointment {
  readonly on: CalendarDay;
  /** 'HH:MM', local time; null where only the day is known. */
  readonly time: string | null;
  readonly place: MeetingPlace | null;
}

export interface WeeklySlot {
  readonly weekday: Weekday;
  /** 'HH:MM', local time. */
  readonly time: string | null;
  readonly place: MeetingPlace | null;
}

export interface Appointment {
  readonly next: NextAppointment | null;
  readonly slot: WeeklySlot | null;
}

export const noAppointment: Appointment = { next: null, slot: null };

const appointmentOf = (doc: Y.Doc): Y.Map<object> => doc.getMap<object>('appointment');

export function readAppointment(doc: Y.Doc): Appointment {
  const map = appointmentOf(doc);
  // Written by `writeAppointment` alone, in blobs that only our own devices can sign.
  return {
    next: (map.get('next') as NextAppointment | undefined) ?? null,
    slot: (map.get('slot') as WeeklySlot | undefined) ?? null,
  };
}

/** Null takes one away. What is the same already is not written again. */
export function writeAppointment(doc: Y.Doc, appointment: Appointment): void {
  const map = appointmentOf(doc);
  doc.transact(() => {
    for (const key of ['next', 'slot'] as const) {
      const value = appointment[key];
      if (value === null) map.delete(key);
      else if (JSON.stringify(map.get(key)) !== JSON.stringify(value)) map.set(key, value);
    }
  });
}
