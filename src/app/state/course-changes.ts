// Ending a course of therapy and taking therapy up again: an entry in the record, and the client's status in the directory.
// The entry comes first: it is the truth, and what a crash in between leaves is put right by it (records/status-in-record).
import type { EndingReason, FollowUpMonths } from '../../clinical/episodes/ending.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import type { ClientStatus } from '../../records/directory.ts';
import type { EndingEntry, EntryId, ReopeningEntry } from '../../records/entry.ts';
import { newEntryId, parseEntryId } from '../../records/ids.ts';
import type { ClientState } from './client.svelte.ts';
import { now } from './now.ts';
import type { Practice } from './practice.svelte.ts';
import { random } from './random.ts';

type StatusKeeper = Pick<Practice, 'setStatus'>;

export interface EndingDraft {
  readonly occurredOn: CalendarDay;
  readonly reason: EndingReason;
  readonly summary: string;
  readonly followUpMonths: readonly FollowUpMonths[];
}

/** What has to be taken back for an undo. */
export interface CourseChange {
  readonly entryId: EntryId;
  readonly statusBefore: ClientStatus;
}

/** Ends the current course, or changes its ending where it has one. */
export async function endCourse(
  practice: StatusKeeper,
  client: ClientState,
  draft: EndingDraft,
): Promise<CourseChange> {
  const current = client.chart.courses.at(-1);
  const entry: EndingEntry = {
    ...draft,
    id: newEntryId(random),
    v: 1,
    kind: 'ending',
    sessionNumber: null,
    recordedAt: now(),
    episode: client.chart.episode,
    ...(current?.ending ? { replaces: parseEntryId(current.ending.entryId) } : {}),
  };
  const change = { entryId: entry.id, statusBefore: client.status };
  await client.addEntry(entry);
  await practice.setStatus(client.id, 'ended');
  return change;
}

/** Begins the next course, with a baseline of its own (CLINICAL 1.7). */
export async function reopenCourse(
  practice: StatusKeeper,
  client: ClientState,
  occurredOn: CalendarDay,
): Promise<CourseChange> {
  const entry: ReopeningEntry = {
    id: newEntryId(random),
    v: 1,
    kind: 'reopening',
    occurredOn,
    sessionNumber: null,
    recordedAt: now(),
    episode: client.chart.episode + 1,
  };
  const change = { entryId: entry.id, statusBefore: client.status };
  await client.addEntry(entry);
  await practice.setStatus(client.id, 'active');
  return change;
}

/**
 * Therapy went on: the ending stays in the record as deleted, with every earlier wording of it, and the same course
 * continues. Returns what was deleted; nothing where the client was only marked as ended.
 */
export async function takeEndingBack(
  practice: StatusKeeper,
  client: ClientState,
  reason: string,
): Promise<readonly EntryId[]> {
  const deleted: EntryId[] = [];
  for (;;) {
    const ending = client.chart.courses.at(-1)?.ending;
    if (!ending) break;
    const id = parseEntryId(ending.entryId);
    if (deleted.includes(id)) throw new Error('the ending was deleted and still counts');
    await client.deleteEntry(id, reason);
    deleted.push(id);
  }
  await practice.setStatus(client.id, 'active');
  return deleted;
}

/** Undo of an ending or a reopening. */
export async function undoCourseChange(
  practice: StatusKeeper,
  client: ClientState,
  { entryId, statusBefore }: CourseChange,
  reason: string,
): Promise<void> {
  await client.deleteEntry(entryId, reason);
  await practice.setStatus(client.id, statusBefore);
}
