import type { RecordedAt } from '../../records/entry.ts';

/** This instant, with the zone it is written in. */
export function now(date = new Date()): RecordedAt {
  return { utc: date.toISOString(), offsetMinutes: -date.getTimezoneOffset() };
}

/** Today as a calendar day of the person's own zone, 'YYYY-MM-DD'. */
export function today(date = new Date()): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** The calendar day it was where something was written down. */
export const localDay = ({ utc, offsetMinutes }: RecordedAt): string =>
  new Date(Date.parse(utc) + offsetMinutes * 60_000).toISOString().slice(0, 10);
