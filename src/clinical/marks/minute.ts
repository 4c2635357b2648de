/** Whole minutes since a session began; a clock that was set back gives 0, never less. Both are UTC, ISO 8601. */
export const minuteNow = (startedAtUtc: string, nowUtc: string): number =>
  Math.max(0, Math.floor((Date.parse(nowUtc) - Date.parse(startedAtUtc)) / 60_000));
