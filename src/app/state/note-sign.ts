// Signing copies the words of a draft into an entry of their own with its hash; from then on there are only addenda (DESIGN 4).
import type { AddendumEntry, Entry, NoteEntry } from '../../records/entry.ts';
import type { ClientState } from './client.svelte.ts';
import { newEntry } from './new-entry.ts';
import { settleEdits, type OpenNote } from './note-draft.ts';
import { hashOfNote, idOfNote } from './note-hash.ts';
import { today } from './now.ts';

export type SignProblem = 'empty' | 'day-missing';

const written = ({ parts }: OpenNote): NoteEntry['sections'] =>
  parts.map(({ title, text }) => ({ title, text: text.trim() })).filter(({ text }) => text !== '');

const dayOf = ({ subject: { session, draft } }: OpenNote): string | null =>
  session ? session.occurredOn : (draft?.occurredOn ?? null);

/** Why it cannot be signed; null: it can. */
export function signProblem(note: OpenNote): SignProblem | null {
  if (written(note).length === 0) return 'empty';
  return dayOf(note) === null ? 'day-missing' : null;
}

/** @param note without problems */
export async function signNote(client: ClientState, note: OpenNote): Promise<NoteEntry> {
  const { subject, template } = note;
  const occurredOn = dayOf(note);
  if (occurredOn === null) throw new Error('a note without a day cannot be signed');
  const sections = written(note);
  const sha256 = await hashOfNote({ occurredOn, template, sections });
  const { session, draftId } = subject;
  const entry: NoteEntry = {
    ...newEntry(client, occurredOn),
    ...{ id: await idOfNote(draftId, sha256), kind: 'note', draft: draftId },
    ...(session && {
      sessionNumber: session.sessionNumber,
      episode: session.episode,
      session: draftId as NoteEntry['id'],
    }),
    ...{ template, sections, sha256 },
  };
  const typed = note.parts.map(({ id, text }) => ({ section: id, text }));
  await settleEdits(client, draftId, typed);
  await client.addEntry(entry);
  return entry;
}

export async function addAddendum(client: ClientState, note: NoteEntry, text: string): Promise<void> {
  const entry: AddendumEntry = {
    ...newEntry(client, today()),
    ...{ episode: note.episode, kind: 'addendum', noteId: note.id, text: text.trim() },
  };
  await client.addEntry(entry);
}

export interface SignedNote {
  readonly note: NoteEntry;
  /** In the order in which they were written. */
  readonly addenda: readonly AddendumEntry[];
  /** The same draft was signed with other words too. */
  readonly isConflict: boolean;
}

/** The newest first. */
export function signedNotes(entries: readonly Entry[]): SignedNote[] {
  const notes = entries.filter((entry) => entry.kind === 'note');
  return notes
    .map((note) => ({
      note,
      addenda: entries
        .filter((entry) => entry.kind === 'addendum' && entry.noteId === note.id)
        .filter((entry) => entry.kind === 'addendum'),
      isConflict: notes.some((other) => other.id !== note.id && other.draft === note.draft),
    }))
    .reverse();
}
