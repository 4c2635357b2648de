// People see entries by the day they belong to, then by when they were written down, then by id (DESIGN 4). An entry
// without a day (only a session number is known) keeps its place by number and comes before the dated ones: what has
// no date was brought in from before.
import type { Entry } from './entry.ts';

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function compareEntries(a: Entry, b: Entry): number {
  if (a.occurredOn !== null && b.occurredOn !== null) {
    const byDay = compareText(a.occurredOn, b.occurredOn);
    if (byDay !== 0) return byDay;
  } else if (a.occurredOn === null && b.occurredOn === null) {
    const byNumber = (a.sessionNumber ?? 0) - (b.sessionNumber ?? 0);
    if (byNumber !== 0) return byNumber;
  } else {
    return a.occurredOn === null ? -1 : 1;
  }
  return compareText(a.recordedAt.utc, b.recordedAt.utc) || compareText(a.id, b.id);
}
