// Entries in the order in which people see them. A correction stands where what it corrects stood: putting a slip right
// must not make a later score of what was an earlier one.
import { compareInTime, compareText } from '../clinical/episodes/compare-in-time.ts';
import type { Entry, EntryId } from './entry.ts';
import { firstWritten } from './first-written.ts';

/** @param all what the corrections among them correct */
export function entryOrder(all: ReadonlyMap<EntryId, Entry>): (a: Entry, b: Entry) => number {
  return (a, b) => {
    const [firstA, firstB] = [firstWritten(a, all), firstWritten(b, all)];
    return (
      compareInTime(inTime(a, firstA), inTime(b, firstB)) ||
      compareText(firstA.id, firstB.id) ||
      compareText(a.recordedAt.utc, b.recordedAt.utc) ||
      compareText(a.id, b.id)
    );
  };
}

const inTime = ({ occurredOn, sessionNumber }: Entry, first: Entry) => ({
  ...{ occurredOn, sessionNumber, writtenAt: first.recordedAt.utc },
});
