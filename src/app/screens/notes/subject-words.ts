// What a note is about, in words.
import type { NoteEntry } from '../../../records/entry.ts';
import { m } from '../../paraglide/messages.js';
import type { NotePart, NoteSubject } from '../../state/note-draft.ts';
import type { SignedNote } from '../../state/note-sign.ts';
import { formatDay } from '../../wording/format-day.ts';
import { formatNumber } from '../../wording/format-total.ts';
import { plainNote } from '../../state/note-plain.ts';
import { localDay } from '../../state/now.ts';

const named = (day: string | null, number: number | null, locale: string): string => {
  const on = day === null ? '' : formatDay(day, locale);
  return number === null
    ? m.notes_of_day({ day: on })
    : m.notes_of_session({ number: formatNumber(number, locale), day: on });
};

/** "Session 5, 4 March 2026"; "4 March 2026". */
export const subjectName = ({ session, draft }: NoteSubject, locale: string): string =>
  named(session?.occurredOn ?? draft?.occurredOn ?? null, session?.sessionNumber ?? null, locale);

export const noteName = ({ occurredOn, sessionNumber }: NoteEntry, locale: string): string =>
  named(occurredOn, sessionNumber, locale);

export const shortHash = ({ sha256 }: NoteEntry): string => sha256.slice(0, 12);

export const plainDraft = (subject: NoteSubject, parts: readonly NotePart[], locale: string): string =>
  plainNote(
    subjectName(subject, locale),
    parts.filter(({ text }) => text.trim() !== ''),
    [],
  );

export const plainSigned = ({ note, addenda }: SignedNote, locale: string): string =>
  plainNote(noteName(note, locale), note.sections, [
    m.notes_signed_line({ day: formatDay(localDay(note.recordedAt), locale), hash: shortHash(note) }),
    ...addenda.map(
      ({ occurredOn, text }) => `${m.notes_addendum_of({ day: formatDay(occurredOn, locale) })}\n${text}`,
    ),
  ]);
