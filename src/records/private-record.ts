// A client's psychotherapy notes (45 CFR 164.501), in a document of their own. They are the therapist's working thoughts: nobody
// signs them, they may be edited at any time, and nothing is derived from them. When a note stands in the list is a field of a
// flat map; its words are a text of their own, at the root, so that two devices that write in one note both keep theirs (B1).
import type * as Y from 'yjs';
import { compareText } from '../clinical/episodes/compare-in-time.ts';
import type { CalendarDay } from '../clinical/verdict/score-point.ts';
import type { EntryId, RecordedAt } from './entry.ts';
import { readFields, writeFields } from './flat-fields.ts';
import { newPlainId, type Random } from './ids.ts';

export interface PrivateNote {
  readonly id: string;
  readonly occurredOn: CalendarDay;
  readonly createdAt: RecordedAt;
  /** The session that it is about; null: none in particular. */
  readonly session: EntryId | null;
  readonly text: string;
}

const notesOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('entries');
const textOf = (doc: Y.Doc, id: string): Y.Text => doc.getText(`private/${id}`);

export const newPrivateNoteId = (random: Random): string => newPlainId(random);

/** The newest day first, and on one day what was begun last. What was deleted is left out. */
export function readPrivateNotes(doc: Y.Doc): PrivateNote[] {
  return [...readFields(notesOf(doc))]
    .flatMap(([id, fields]) => noteOf(doc, id, fields))
    .sort(
      (a, b) =>
        compareText(b.occurredOn, a.occurredOn) ||
        compareText(b.createdAt.utc, a.createdAt.utc) ||
        compareText(a.id, b.id),
    );
}

/** The casts read what this file alone writes, in blobs that only our own devices can sign. */
function noteOf(doc: Y.Doc, id: string, fields: Readonly<Record<string, unknown>>): PrivateNote[] {
  const createdAt = fields['createdAt'] as RecordedAt | undefined;
  if (fields['isDeleted'] === true || createdAt === undefined) return [];
  return [
    {
      id,
      occurredOn: (fields['occurredOn'] as CalendarDay | undefined) ?? createdAt.utc.slice(0, 10),
      createdAt,
      session: (fields['session'] as EntryId | null | undefined) ?? null,
      text: textOf(doc, id).toJSON(),
    },
  ];
}

/** All of a new note, or the fields of one that is there which change. */
export const writePrivateNote = (
  doc: Y.Doc,
  id: string,
  fields: Partial<Omit<PrivateNote, 'id' | 'text'>>,
): void => writeFields(notesOf(doc), id, fields);

/** The mark stays, so that no other device shows the note again; the words go. */
export function deletePrivateNote(doc: Y.Doc, id: string): void {
  doc.transact(() => {
    writeFields(notesOf(doc), id, { isDeleted: true });
    writePrivateText(doc, id, '');
  });
}

/** `words`: as they were when it was deleted. */
export function restorePrivateNote(doc: Y.Doc, id: string, words: string): void {
  doc.transact(() => {
    writeFields(notesOf(doc), id, { isDeleted: false });
    writePrivateText(doc, id, words);
  });
}

/** Only what differs is written, so that words which another device adds meanwhile stay where they are. */
export function writePrivateText(doc: Y.Doc, id: string, words: string): void {
  const text = textOf(doc, id);
  const before = text.toJSON();
  if (before === words) return;
  const start = commonStart(before, words);
  const end = commonEnd(before.slice(start), words.slice(start));
  doc.transact(() => {
    if (before.length > start + end) text.delete(start, before.length - start - end);
    if (words.length > start + end) text.insert(start, words.slice(start, words.length - end));
  });
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

/** How much both begin with; never half a character. */
function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1;
  return at > 0 && isHighSurrogate(one.charCodeAt(at - 1)) ? at - 1 : at;
}

/** How much both end with; never half a character. */
function commonEnd(one: string, other: string): number {
  let length = 0;
  while (
    length < one.length &&
    length < other.length &&
    one[one.length - 1 - length] === other[other.length - 1 - length]
  )
    length += 1;
  return length > 0 && isLowSurrogate(one.charCodeAt(one.length - length)) ? length - 1 : length;
}
