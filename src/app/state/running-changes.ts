// A session from its beginning to its end. While it goes on it is one value in the client's document, so that a reload, a crash
// or another device goes on where it was; when it ends its entry is written under the id that it had from the start, and the
// running session is gone in the same transaction.
import { episodeOn } from '../../clinical/episodes/course.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import type { MeetingPlace } from '../../records/appointment.ts';
import type { ClientId, RecordedAt, SessionEntry } from '../../records/entry.ts';
import { newEntryId } from '../../records/ids.ts';
import {
  readRunningSession,
  readSessionWord,
  sessionWords,
  takeSessionEndBack,
  writeRunningSession,
  writeSessionEnd,
  writeSessionWord,
  type RunningSession,
  type SessionWord,
} from '../../records/running-session.ts';
import type { ClientState } from './client.svelte.ts';
import type { UndoFor } from './entry-changes.ts';
import { now } from './now.ts';
import { random } from './random.ts';
import { notBefore } from './session-clock.ts';
import { addSession, nextSessionNumber, type Attendance } from './session-changes.ts';

export interface SessionStart {
  readonly place: MeetingPlace;
  readonly sharedWith: readonly ClientId[];
}

type Writer = Pick<
  ClientState,
  'chart' | 'record' | 'runningSession' | 'read' | 'edit' | 'addEntry' | 'deleteEntry' | 'restoreEntry'
>;

/** Does something with another open client; nothing where there is none of this id any more. */
export type WithPartner = (
  id: ClientId,
  act: (partner: Pick<ClientState, 'chart' | 'record' | 'edit'>) => Promise<unknown>,
) => Promise<void>;

const numberFor = ({ record, chart }: Pick<Writer, 'record' | 'chart'>, day: CalendarDay): number =>
  nextSessionNumber(record?.entries ?? [], episodeOn(chart.courses, day));

/** Resolves after the strict commit. Where one is going on already, that one goes on. */
export async function startSession(
  client: Writer,
  { place, sharedWith }: SessionStart,
  occurredOn: CalendarDay,
  startedAt: RecordedAt = now(),
): Promise<void> {
  const session: RunningSession = {
    id: newEntryId(random),
    startedAt,
    occurredOn,
    sessionNumber: numberFor(client, occurredOn),
    place,
    isLate: false,
    ...(sharedWith.length > 0 ? { sharedWith } : {}),
  };
  await client.edit((doc) => {
    if (readRunningSession(doc) === null) writeRunningSession(doc, session);
  });
}

export async function setLate(client: Writer, isLate: boolean): Promise<void> {
  await client.edit((doc) => {
    const session = readRunningSession(doc);
    if (session) writeRunningSession(doc, { ...session, isLate });
  });
}

export async function keepSessionWord(client: Writer, word: SessionWord, text: string): Promise<void> {
  await client.edit((doc) => {
    // After its end what was typed is in its entry.
    if (readRunningSession(doc)) writeSessionWord(doc, word, text);
  });
}

/** As it was typed for the session that goes on; '' where nothing was. */
export const sessionWord = (client: Pick<ClientState, 'read'>, word: SessionWord): string =>
  client.read((doc) => readSessionWord(doc, word)) ?? '';

type Words = Readonly<Record<SessionWord, string>>;

const wordsOf = (client: Writer): Words => ({
  whereToday: sessionWord(client, 'whereToday'),
  homework: sessionWord(client, 'homework'),
  forNextTime: sessionWord(client, 'forNextTime'),
});

function sessionEnd(
  client: Writer,
  session: RunningSession,
  endedAt: string,
  recordedAt: RecordedAt,
): SessionEntry {
  const entries = client.record?.entries ?? [];
  const { id, occurredOn, place, startedAt, sharedWith } = session;
  const episode = episodeOn(client.chart.courses, occurredOn);
  // Another device may have written one down meanwhile.
  const isTaken = entries.some(
    (entry) =>
      entry.kind === 'session' &&
      entry.id !== id &&
      entry.episode === episode &&
      entry.sessionNumber === session.sessionNumber,
  );
  const words = wordsOf(client);
  const written = sessionWords.flatMap((word) => {
    const text = words[word].trim();
    return text === '' ? [] : [[word, text] as const];
  });
  return {
    id,
    v: 1,
    kind: 'session',
    occurredOn,
    sessionNumber: isTaken ? nextSessionNumber(entries, episode) : session.sessionNumber,
    recordedAt,
    episode,
    attendance: session.isLate ? 'late' : 'came',
    startedAt: startedAt.utc,
    endedAt: notBefore(startedAt.utc, endedAt),
    place,
    ...Object.fromEntries(written),
    ...(sharedWith?.length ? { isShared: true } : {}),
  };
}

/** The same session in the record of a linked person: when, where, who came; nothing of what was said. */
export function sharedEntry(
  partner: Pick<ClientState, 'record' | 'chart'>,
  { id, occurredOn, recordedAt, attendance, startedAt, endedAt, place }: SessionEntry,
): SessionEntry {
  if (occurredOn === null) throw new Error('a session that ran has a day');
  return {
    ...{ id, v: 1, kind: 'session', occurredOn, recordedAt, attendance },
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    ...(place !== undefined && { place }),
    sessionNumber: numberFor(partner, occurredOn),
    episode: episodeOn(partner.chart.courses, occurredOn),
    isShared: true,
  };
}

export interface StoppedSession {
  readonly entry: SessionEntry;
  /** It goes on again, as it was. */
  readonly undo: UndoFor<Writer>;
}

/** Null: none was going on. The partner's record comes first, so that a crash in between leaves the session going on. */
export async function stopSession(
  client: Writer,
  endedAt: string,
  withPartner: WithPartner,
  recordedAt: RecordedAt = now(),
): Promise<StoppedSession | null> {
  const session = client.runningSession;
  if (session === null) return null;
  const words = wordsOf(client);
  const entry = sessionEnd(client, session, endedAt, recordedAt);
  const partners = session.sharedWith ?? [];
  for (const id of partners)
    await withPartner(id, (partner) =>
      // Its record is open only once it can be edited.
      partner.edit((doc) => writeSessionEnd(doc, sharedEntry(partner, entry))),
    );
  await client.edit((doc) => writeSessionEnd(doc, entry));
  const undo: UndoFor<Writer> = async (later) => {
    await later.edit((doc) => {
      doc.transact(() => {
        takeSessionEndBack(doc, entry.id);
        resume(doc, session, words);
      });
    });
    for (const id of partners)
      await withPartner(id, (partner) => partner.edit((doc) => takeSessionEndBack(doc, entry.id)));
  };
  return { entry, undo };
}

type Doc = Parameters<Parameters<Writer['edit']>[0]>[0];

function resume(doc: Doc, session: RunningSession, words: Words): void {
  writeRunningSession(doc, session);
  for (const word of sessionWords) if (words[word] !== '') writeSessionWord(doc, word, words[word]);
}

/**
 * It did not take place. What was captured meanwhile stays in the record; the session itself is written down as cancelled or
 * missed, or, where it was started by mistake, not at all.
 */
export async function discardSession(
  client: Writer,
  as: Extract<Attendance, 'cancelled' | 'missed'> | 'mistake',
): Promise<UndoFor<Writer> | null> {
  const session = client.runningSession;
  if (session === null) return null;
  const words = wordsOf(client);
  await client.edit((doc) => writeRunningSession(doc, null));
  const takeBack =
    as === 'mistake'
      ? null
      : await addSession(client, {
          ...{ occurredOn: session.occurredOn, sessionNumber: null, attendance: as },
        });
  return async (later) => {
    await takeBack?.(later);
    await later.edit((doc) => doc.transact(() => resume(doc, session, words)));
  };
}
