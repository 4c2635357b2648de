// What is captured while a session goes on: one touch, one entry, with its minute. Nothing is edited: words for a mark are a
// correction of it, and what is taken out is crossed out.
import type { MarkId } from '../../clinical/marks/mark.ts';
import { minuteNow } from '../../clinical/marks/minute.ts';
import type { TechniqueId } from '../../clinical/techniques/technique.ts';
import type {
  DistressEntry,
  Entry,
  EntryId,
  MarkEntry,
  RatingEntry,
  SessionEntry,
  TechniqueUseEntry,
} from '../../records/entry.ts';
import type { RunningSession } from '../../records/running-session.ts';
import type { ClientState } from './client.svelte.ts';
import { writeDown, type UndoFor } from './entry-changes.ts';
import { newEntry } from './new-entry.ts';
import { now } from './now.ts';

type Writer = Pick<
  ClientState,
  'chart' | 'record' | 'runningSession' | 'addEntry' | 'deleteEntry' | 'restoreEntry'
>;
type Undo = UndoFor<Writer>;

const during = (
  client: Writer,
  running: RunningSession,
): ReturnType<typeof newEntry> & { readonly minute: number; readonly session: EntryId } => ({
  ...newEntry(client, running.occurredOn),
  // Also where it ended a moment ago.
  session: running.id,
  sessionNumber: running.sessionNumber,
  minute: minuteNow(running.startedAt.utc, now().utc),
});

export const markMoment = (client: Writer, running: RunningSession, mark: MarkId): Promise<Undo> =>
  writeDown(client, [{ ...during(client, running), kind: 'mark', mark, words: '' }]);

export const rateDistress = (client: Writer, running: RunningSession, value: number): Promise<Undo> =>
  writeDown(client, [{ ...during(client, running), kind: 'distress', value }]);

export const useTechniqueNow = (
  client: Writer,
  running: RunningSession,
  technique: TechniqueId,
): Promise<Undo> =>
  writeDown(client, [{ ...during(client, running), kind: 'technique-use', technique, response: '' }]);

/** What can have words of its own. */
export type Worded = MarkEntry | TechniqueUseEntry;

export const wordsIn = (entry: Worded): string => (entry.kind === 'mark' ? entry.words : entry.response);

/** Keeps the minute of what it puts into words. */
export async function putIntoWords(client: Writer, entry: Worded, words: string): Promise<Undo | null> {
  const text = words.trim();
  if (text === wordsIn(entry)) return null;
  const again = { ...entry, ...newEntry(client, entry.occurredOn), replaces: entry.id };
  const { session, sessionNumber, episode } = entry;
  const place = { sessionNumber, episode, ...(session ? { session } : {}) };
  return writeDown(client, [
    again.kind === 'mark' ? { ...again, ...place, words: text } : { ...again, ...place, response: text },
  ]);
}

export type Captured = MarkEntry | DistressEntry | TechniqueUseEntry | RatingEntry;

const isCaptured = (entry: Entry): entry is Captured =>
  entry.kind === 'mark' ||
  entry.kind === 'distress' ||
  entry.kind === 'technique-use' ||
  entry.kind === 'rating';

/** In the order in which it happened: by the minute, then as it was written down. */
export const capturedIn = (entries: readonly Entry[], session: EntryId): Captured[] =>
  entries
    .filter((entry) => entry.session === session)
    .filter(isCaptured)
    .sort((a, b) => minuteOf(a) - minuteOf(b) || (a.recordedAt.utc < b.recordedAt.utc ? -1 : 1));

/** A rating has none of its own: it stands last. */
const minuteOf = (entry: Captured): number =>
  entry.kind === 'rating' ? Number.MAX_SAFE_INTEGER : (entry.minute ?? Number.MAX_SAFE_INTEGER);

/** The last one that took place and left something to come back to; null: there is none. */
export const lastLeft = (
  entries: readonly Entry[],
  before: EntryId,
): (SessionEntry & { readonly homework?: string; readonly forNextTime?: string }) | null => {
  const sessions = entries.filter(
    (entry): entry is SessionEntry =>
      entry.kind === 'session' &&
      entry.id !== before &&
      (entry.attendance === 'came' || entry.attendance === 'late'),
  );
  const last = sessions.at(-1);
  return last && ((last.homework ?? '') !== '' || (last.forNextTime ?? '') !== '') ? last : null;
};
