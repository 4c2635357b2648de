// The courses of therapy in a record, from what the entries say about themselves.
import type { Course } from '../clinical/episodes/course.ts';
import type { Ending } from '../clinical/episodes/ending.ts';
import type { EndingEntry, Entry } from './entry.ts';

export const endingOf = ({ id, occurredOn, reason, summary, followUpMonths }: EndingEntry): Ending => ({
  entryId: id,
  occurredOn,
  reason,
  summary,
  followUpMonths,
});

/**
 * Ascending, at least one. Where two devices ended the same course, the later ending stands.
 * @param entries what counts, in the order people see it
 */
export function coursesOf(entries: readonly Entry[]): Course[] {
  const episodes = [...new Set([1, ...entries.map(({ episode }) => episode)])].sort((a, b) => a - b);
  return episodes.map((episode) => {
    const own = entries.filter((entry) => entry.episode === episode);
    const reopening = own.find(({ kind }) => kind === 'reopening');
    const ending = own.findLast((entry): entry is EndingEntry => entry.kind === 'ending');
    // What happened in the client's life may lie years before therapy.
    const firstDay =
      own.find(({ kind, occurredOn }) => kind !== 'life-event' && occurredOn !== null)?.occurredOn ?? null;
    return {
      episode,
      startedOn: reopening?.occurredOn ?? firstDay,
      ending: ending ? endingOf(ending) : null,
    };
  });
}
