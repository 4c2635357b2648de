// What was captured in the last session that somebody of the example came to: marks with their minute, distress, a technique, what
// is to be done until next time, and the signed note. Words, minutes and the note's hash are written down, not drawn.
import type { MarkId } from '../../../src/clinical/marks/mark.ts';
import type { TechniqueId } from '../../../src/clinical/techniques/technique.ts';
import type { MeetingPlace } from '../../../src/records/appointment.ts';
import type { Entry, EntryId, NoteSection, SessionEntry } from '../../../src/records/entry.ts';
import type { MadeUpClient } from '../made-up.ts';
import type { Chance } from '../random.ts';

export interface LastSession {
  readonly place: MeetingPlace;
  readonly whereToday?: string;
  readonly homework: string;
  readonly forNextTime: string;
  readonly distress: readonly { readonly minute: number; readonly value: number }[];
  readonly marks: readonly { readonly minute: number; readonly mark: MarkId; readonly words: string }[];
  readonly techniques: readonly {
    readonly minute: number;
    readonly technique: TechniqueId;
    readonly response: string;
  }[];
  readonly note: {
    readonly template: string;
    readonly sections: readonly NoteSection[];
  };
}

const minutesInSession = 50;
const later = (utc: string, minutes: number): string =>
  new Date(Date.parse(utc) + minutes * 60_000).toISOString();

type HeldSession = SessionEntry & { readonly occurredOn: string };
const isHeld = (entry: Entry): entry is HeldSession =>
  entry.kind === 'session' &&
  entry.occurredOn !== null &&
  (entry.attendance === 'came' || entry.attendance === 'late');

/** Answered or said in it, and not planned around it. */
const ofTheSession: ReadonlySet<Entry['kind']> = new Set(['response', 'rating', 'check-out']);

/** The client as they were, with all that their last session held. */
export function withLastSession(client: MadeUpClient, told: LastSession, chance: Chance): MadeUpClient {
  const session = client.entries.findLast(isHeld);
  if (!session) return client;
  const startedAt = session.recordedAt.utc;
  const endedAt = later(startedAt, minutesInSession);
  const at = (minute: number) => ({
    id: chance.hex(32) as EntryId,
    v: 1 as const,
    occurredOn: session.occurredOn,
    sessionNumber: session.sessionNumber,
    recordedAt: { utc: later(startedAt, minute), offsetMinutes: session.recordedAt.offsetMinutes },
    episode: session.episode,
    session: session.id,
  });
  const { place, whereToday, homework, forNextTime, distress, marks, techniques, note } = told;
  const captured: Entry[] = [
    ...distress.map(({ minute, value }): Entry => ({ ...at(minute), kind: 'distress', minute, value })),
    ...marks.map(({ minute, mark, words }): Entry => ({ ...at(minute), kind: 'mark', minute, mark, words })),
    ...techniques.map(({ minute, technique, response }): Entry => ({
      ...at(minute),
      ...{ kind: 'technique-use', minute, technique, response },
    })),
    { ...at(minutesInSession + 6), kind: 'note', draft: session.id, ...note, sha256: '' },
  ];
  const entries = client.entries.map((entry): Entry => {
    if (entry.id === session.id)
      return {
        ...session,
        ...{ startedAt, endedAt, place, homework, forNextTime },
        ...(whereToday !== undefined && { whereToday }),
      };
    const isOfIt = ofTheSession.has(entry.kind) && entry.sessionNumber === session.sessionNumber;
    return isOfIt ? { ...entry, session: session.id } : entry;
  });
  const lastOfTheDay = entries.findLastIndex(({ occurredOn }) => occurredOn === session.occurredOn);
  return { ...client, entries: entries.toSpliced(lastOfTheDay + 1, 0, ...captured) };
}
