// The session that is going on, if any: one value in the client's document, so that another device, a reload or a crash goes on
// where it was. What is captured meanwhile are entries already, each with this session's id; when it ends the session entry is
// written under the id that it had from the start. Two devices that begin one at once end with one of the two.
import type * as Y from 'yjs';
import type { CalendarDay } from '../clinical/verdict/score-point.ts';
import type { MeetingPlace } from './appointment.ts';
import type { ClientId, Entry, EntryId, RecordedAt, SessionEntry } from './entry.ts';

export interface RunningSession {
  /** The id of the session entry to come. */
  readonly id: EntryId;
  readonly startedAt: RecordedAt;
  readonly occurredOn: CalendarDay;
  readonly sessionNumber: number;
  readonly place: MeetingPlace;
  readonly isLate: boolean;
  /** Linked people who are here too: the session will stand in their records as well, under the same id. */
  readonly sharedWith?: readonly ClientId[];
}

/** What is typed while it goes on; each is kept as it is typed, and the last writer's words stay. */
export const sessionWords = ['whereToday', 'homework', 'forNextTime'] as const;
export type SessionWord = (typeof sessionWords)[number];

const runningOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('runningSession');

/** Null: none is going on. */
export const readRunningSession = (doc: Y.Doc): RunningSession | null =>
  // Written by `writeRunningSession` alone, in blobs that only our own devices can sign.
  (runningOf(doc).get('session') as RunningSession | undefined) ?? null;

/** Null: it is over, and what was typed for it is in its entry. */
export function writeRunningSession(doc: Y.Doc, session: RunningSession | null): void {
  doc.transact(() => {
    if (session !== null) runningOf(doc).set('session', session);
    else for (const key of ['session', ...sessionWords]) runningOf(doc).delete(key);
  });
}

export const readSessionWord = (doc: Y.Doc, word: SessionWord): string => {
  const text = runningOf(doc).get(word);
  return typeof text === 'string' ? text : '';
};

export const writeSessionWord = (doc: Y.Doc, word: SessionWord, text: string): void => {
  runningOf(doc).set(word, text);
};

/** The session is over: its entry stands in its place, in one transaction. Also in the record of a linked person. */
export function writeSessionEnd(doc: Y.Doc, entry: SessionEntry): void {
  doc.transact(() => {
    doc.getMap<Entry>('entries').set(entry.id, entry);
    if (readRunningSession(doc)?.id === entry.id) writeRunningSession(doc, null);
  });
}

/**
 * A session that goes on has no entry yet: the one that was written when it was stopped is taken out, not crossed out, because
 * it will be written again under the same id, which everything that was captured names.
 */
export const takeSessionEndBack = (doc: Y.Doc, id: EntryId): void => doc.getMap<Entry>('entries').delete(id);
