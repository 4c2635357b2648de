// What was typed into the appointment's fields → an appointment, or what is missing.
import { nextWeekday, type Weekday } from '../../../clinical/calendar/days.ts';
import type { CalendarDay } from '../../../clinical/verdict/score-point.ts';
import type { Appointment, MeetingPlace } from '../../../records/appointment.ts';

export type PlaceChoice = MeetingPlace | 'unsaid';
export type WeekdayChoice = `${Weekday}` | 'none';

export interface AppointmentFields {
  readonly on: CalendarDay | null;
  /** 'HH:MM' or ''. */
  readonly time: string;
  readonly place: PlaceChoice;
  readonly weekday: WeekdayChoice;
  readonly slotTime: string;
  readonly slotPlace: PlaceChoice;
}

export type FieldProblem = 'time-without-day' | 'slot-time-without-weekday';

export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export const fieldsOf = ({ next, slot }: Appointment): AppointmentFields => ({
  on: next?.on ?? null,
  time: next?.time ?? '',
  place: next?.place ?? 'unsaid',
  weekday: slot ? `${slot.weekday}` : 'none',
  slotTime: slot?.time ?? '',
  slotPlace: slot?.place ?? 'unsaid',
});

export function fieldProblems({ on, time, weekday, slotTime }: AppointmentFields): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (on === null && time !== '') problems.push('time-without-day');
  if (weekday === 'none' && slotTime !== '') problems.push('slot-time-without-weekday');
  return problems;
}

const weekdayIn = (choice: WeekdayChoice): Weekday | null =>
  weekdays.find((weekday) => String(weekday) === choice) ?? null;
const timeIn = (text: string): string | null => (text === '' ? null : text.slice(0, 5));
const placeIn = (choice: PlaceChoice): MeetingPlace | null => (choice === 'unsaid' ? null : choice);

/** @param fields without problems */
export function appointmentIn({
  on,
  time,
  place,
  weekday,
  slotTime,
  slotPlace,
}: AppointmentFields): Appointment {
  const day = weekdayIn(weekday);
  return {
    next: on === null ? null : { on, time: timeIn(time), place: placeIn(place) },
    slot: day === null ? null : { weekday: day, time: timeIn(slotTime), place: placeIn(slotPlace) },
  };
}

/** The next appointment as the usual slot has it: the first such day after today and after the one that stands. */
export function bySlot(fields: AppointmentFields, today: CalendarDay): AppointmentFields {
  const day = weekdayIn(fields.weekday);
  if (day === null) return fields;
  const after = fields.on !== null && fields.on > today ? fields.on : today;
  return { ...fields, on: nextWeekday(after, day), time: fields.slotTime, place: fields.slotPlace };
}
