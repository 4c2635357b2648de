// Whether somebody is in therapy, as their record has it. The list keeps a status of its own (so that "waiting" can be said
// of somebody without a record), but the endings and reopenings of the record are the truth: a crash between the two, or a
// device that has only one of them, leaves the list behind.
import type { ClientRecord } from './client-record.ts';
import { coursesOf } from './courses.ts';
import type { ClientStatus } from './directory.ts';

/**
 * What the last word of the record makes of the status in the list. An ending makes it ended; after a reopening, or once
 * the ending is deleted, nobody stays ended; of everything else the record says nothing.
 */
export function statusInRecord(
  listed: ClientStatus,
  { entries, deleted, unreadable }: Pick<ClientRecord, 'entries' | 'deleted' | 'unreadable'>,
): ClientStatus {
  // What a newer version wrote may be the reopening.
  if (unreadable > 0) return listed;
  const course = coursesOf(entries).at(-1);
  if (!course) return listed;
  if (course.ending) return 'ended';
  const isReopened = entries.some(({ kind, episode }) => kind === 'reopening' && episode === course.episode);
  const isTakenBack = deleted.some(
    ({ entry }) => entry.kind === 'ending' && entry.episode === course.episode,
  );
  return listed === 'ended' && (isReopened || isTakenBack) ? 'active' : listed;
}
