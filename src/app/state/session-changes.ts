// Sessions, and what was said at their end. A check-out belongs to the session of its day and number; where a session is put
// right or deleted, its check-out goes with it.
import { episodeOn, type Course } from '../../clinical/episodes/course.ts';
import type { CheckOutPart } from '../../clinical/prompts/prompt.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import type { CheckOutEntry, Entry, EntryId, SessionEntry } from '../../records/entry.ts';
import type { DeleteReason } from '../wording/delete-reason-word.ts';
import type { ClientState } from './client.svelte.ts';
import { crossOut, writeDown, type UndoFor } from './entry-changes.ts';
import { newEntry } from './new-entry.ts';

type Writer = Pick<
  ClientState,
  'chart' | 'record' | 'runningSession' | 'addEntry' | 'deleteEntry' | 'restoreEntry'
>;

export type Attendance = SessionEntry['attendance'];
export const attendances: readonly Attendance[] = ['came', 'late', 'cancelled', 'missed'];

/** Only a session that took place has a number. */
export const tookPlace = (attendance: Attendance): boolean => attendance === 'came' || attendance === 'late';

export interface HeldSession {
  readonly entry: SessionEntry;
  readonly checkOut: CheckOutEntry | null;
}

export interface SessionDraft {
  readonly occurredOn: CalendarDay;
  readonly sessionNumber: number | null;
  readonly attendance: Attendance;
}

export type CheckOutAnswers = Readonly<Record<CheckOutPart, number | null>>;

/** The newest first. */
export function sessionsIn(entries: readonly Entry[]): HeldSession[] {
  const checkOuts = entries.filter((entry) => entry.kind === 'check-out');
  return entries
    .filter((entry) => entry.kind === 'session')
    .map((entry) => ({ entry, checkOut: checkOuts.findLast((each) => belongTogether(each, entry)) ?? null }))
    .reverse();
}

const belongTogether = (a: CheckOutEntry, b: SessionEntry): boolean =>
  a.occurredOn === b.occurredOn && a.sessionNumber === b.sessionNumber && a.episode === b.episode;

/** One more than the highest number that anything in this course has. */
export const nextSessionNumber = (entries: readonly Entry[], episode: number): number =>
  Math.max(
    0,
    ...entries.filter((entry) => entry.episode === episode).map(({ sessionNumber }) => sessionNumber ?? 0),
  ) + 1;

export type SessionProblem =
  | { readonly kind: 'day-missing' | 'day-future' | 'day-long-ago' | 'number-wrong' }
  | { readonly kind: 'number-taken'; readonly on: CalendarDay | null }
  | { readonly kind: 'course-ended'; readonly on: CalendarDay }
  | { readonly kind: 'before-course'; readonly startedOn: CalendarDay };

/** Earlier than this is a slip of the year, not a record. */
export const earliestDay: CalendarDay = '1950-01-01';
const highestNumber = 9_999;

/**
 * Why a session cannot be written down so; null when it can. The first course begins with the first thing that is written down,
 * so an earlier session can be added late; a course that was taken up again begins on its day.
 * @param corrected the session that this one puts right
 */
export function sessionProblem(
  draft: Omit<SessionDraft, 'occurredOn'> & { readonly occurredOn: CalendarDay | null },
  { entries, courses }: { readonly entries: readonly Entry[]; readonly courses: readonly Course[] },
  today: CalendarDay,
  corrected: EntryId | null = null,
): SessionProblem | null {
  const { occurredOn: day, sessionNumber: number } = draft;
  if (day === null) return { kind: 'day-missing' };
  if (day > today) return { kind: 'day-future' };
  if (day < earliestDay) return { kind: 'day-long-ago' };
  const episode = episodeOn(courses, day);
  const ending = courses.find((course) => course.episode === episode)?.ending;
  if (ending && day > ending.occurredOn) {
    const next = courses.find((course) => course.episode > episode)?.startedOn;
    return next
      ? { kind: 'before-course', startedOn: next }
      : { kind: 'course-ended', on: ending.occurredOn };
  }
  if (!tookPlace(draft.attendance)) return null;
  if (number === null || !Number.isInteger(number) || number < 1 || number > highestNumber)
    return { kind: 'number-wrong' };
  const twin = entries.find(
    (entry) =>
      entry.kind === 'session' &&
      entry.id !== corrected &&
      entry.episode === episode &&
      entry.sessionNumber === number,
  );
  return twin ? { kind: 'number-taken', on: twin.occurredOn } : null;
}

const sessionEntry = (client: Writer, draft: SessionDraft, corrected: SessionEntry | null): SessionEntry => ({
  // What the clock and the session left stays with it.
  ...corrected,
  ...newEntry(client, draft.occurredOn),
  kind: 'session',
  sessionNumber: tookPlace(draft.attendance) ? draft.sessionNumber : null,
  attendance: draft.attendance,
  ...(corrected ? { replaces: corrected.id } : {}),
});

/** @param draft without problems */
export const addSession = (client: Writer, draft: SessionDraft): Promise<UndoFor<Writer>> =>
  writeDown(client, [sessionEntry(client, draft, null)]);

/** @param draft without problems */
export function correctSession(
  client: Writer,
  { entry, checkOut }: HeldSession,
  draft: SessionDraft,
): Promise<UndoFor<Writer>> {
  const session = sessionEntry(client, draft, entry);
  const { occurredOn, sessionNumber, episode } = session;
  const moved: CheckOutEntry[] =
    checkOut && occurredOn !== null && !belongTogether(checkOut, session)
      ? [
          {
            ...checkOut,
            ...newEntry(client, occurredOn),
            ...{ sessionNumber, episode, replaces: checkOut.id },
          },
        ]
      : [];
  return writeDown(client, [session, ...moved]);
}

/** A check-out of a session; one that stands already is corrected. */
export function writeCheckOut(
  client: Writer,
  { entry, checkOut }: HeldSession,
  answers: CheckOutAnswers,
): Promise<UndoFor<Writer>> {
  const { occurredOn, sessionNumber, episode } = entry;
  if (occurredOn === null) throw new Error('a session without a day has no check-out');
  const { heard, topics, way, overall } = answers;
  return writeDown(client, [
    {
      ...newEntry(client, occurredOn),
      ...{ kind: 'check-out', sessionNumber, episode, heard, topics, way, overall },
      ...(checkOut ? { replaces: checkOut.id } : {}),
    },
  ]);
}

export const deleteSession = (
  client: Writer,
  { entry, checkOut }: HeldSession,
  reason: DeleteReason,
): Promise<UndoFor<Writer>> => crossOut(client, [...(checkOut ? [checkOut.id] : []), entry.id], reason);
