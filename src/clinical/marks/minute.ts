/** The minute of a session that an instant lies in, from 0; never below it, because a clock may have been set back. */
export const minuteNow = (startedAtUtc: string, nowUtc: string): number =>
  Math.max(0, Math.floor((Date.parse(nowUtc) - Date.parse(startedAtUtc)) / 60_000));
