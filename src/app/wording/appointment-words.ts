import type { Weekday } from '../../clinical/calendar/days.ts';
import { addDays } from '../../clinical/calendar/days.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import type { MeetingPlace, NextAppointment, WeeklySlot } from '../../records/appointment.ts';
import { m } from '../paraglide/messages.js';
import { formatDay } from './format-day.ts';
import { displayLocale } from './locale.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatWith(locale: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}/${name}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, known);
  return known;
}

/** 'HH:MM' as the reader writes it. */
export const formatTime = (time: string, locale: string = displayLocale()): string =>
  formatWith(locale, 'time', { timeStyle: 'short' }).format(new Date(`2026-01-01T${time}:00Z`));

/** "Tuesday". */
export const weekdayName = (weekday: Weekday, locale: string = displayLocale()): string =>
  formatWith(locale, 'weekday', { weekday: 'long' }).format(
    new Date(`${addDays('2026-01-04', weekday)}T00:00:00Z`),
  );

/** "Tue, 3 Mar". */
export const formatNearDay = (day: CalendarDay, locale: string = displayLocale()): string =>
  formatWith(locale, 'near', { weekday: 'short', day: 'numeric', month: 'short' }).format(
    new Date(`${day}T00:00:00Z`),
  );

const places: Readonly<Record<MeetingPlace, () => string>> = {
  room: m.wording_place_room,
  video: m.wording_place_video,
};

export const meetingPlaceWord = (place: MeetingPlace): string => places[place]();

/** One of another version is shown as it was written. */
export const meetingPlaceIn = (text: string): string =>
  Object.hasOwn(places, text) ? places[text as MeetingPlace]() : text;

const joined = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join(', ');

/** "10:00, video"; '' where neither is known. */
export const timeAndPlace = (
  { time, place }: Pick<NextAppointment, 'time' | 'place'>,
  locale: string = displayLocale(),
): string => joined([time && formatTime(time, locale), place && meetingPlaceWord(place)]);

/** "Tuesday 3 March 2026, 10:00, video". */
export const nextWords = (next: NextAppointment, locale: string = displayLocale()): string =>
  joined([
    `${formatWith(locale, 'weekday', { weekday: 'long' }).format(new Date(`${next.on}T00:00:00Z`))} ${formatDay(next.on, locale)}`,
    timeAndPlace(next, locale) || null,
  ]);

/** "Tuesday, 10:00, video". */
export const slotWords = (slot: WeeklySlot, locale: string = displayLocale()): string =>
  joined([weekdayName(slot.weekday, locale), timeAndPlace(slot, locale) || null]);
