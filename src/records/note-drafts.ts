// Notes that are being written. What is typed is one root text for each section, because root types of two devices merge and
// nested ones lose a whole text (VAULT B1); what is known about the draft stands field by field in a flat map. A section that
// nobody touched is not written at all: it is made of the session's facts each time it is shown.
import * as Y from 'yjs';
import type { CalendarDay } from '../clinical/verdict/score-point.ts';
import type { EntryId, RecordedAt } from './entry.ts';
import { readFields, writeFields } from './flat-fields.ts';

export interface NoteDraft {
  readonly id: string;
  readonly template: string | null;
  /** Null: of a session, or not known yet. */
  readonly occurredOn: CalendarDay | null;
  /** The session entry as it was first written. */
  readonly session: EntryId | null;
  readonly createdAt: RecordedAt | null;
  readonly isDiscarded: boolean;
  /** By section: what the facts said when it was touched first, or brought up to date. */
  readonly filled: ReadonlyMap<string, string>;
  /** By section: what was signed, or what was done with since: only another text is an unsigned edit. */
  readonly settled: ReadonlyMap<string, string>;
}

export type DraftFields = Partial<
  Pick<NoteDraft, 'template' | 'occurredOn' | 'session' | 'createdAt'> & { discarded: boolean }
>;

const fieldsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('noteDrafts');
const sectionText = (doc: Y.Doc, id: string, section: string): Y.Text => doc.getText(`note/${id}/${section}`);
const jotText = (doc: Y.Doc, session: string): Y.Text => doc.getText(`jot/${session}`);

function textsUnder(fields: Readonly<Record<string, unknown>>, name: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [field, value] of Object.entries(fields))
    if (field.startsWith(`${name}:`) && typeof value === 'string')
      found.set(field.slice(name.length + 1), value);
  return found;
}

// The casts below read what this file alone writes, in blobs that only our own devices can sign.
export const readNoteDrafts = (doc: Y.Doc): NoteDraft[] =>
  [...readFields(fieldsOf(doc))].map(([id, fields]) => ({
    id,
    template: (fields['template'] as string | undefined) ?? null,
    occurredOn: (fields['occurredOn'] as CalendarDay | undefined) ?? null,
    session: (fields['session'] as EntryId | undefined) ?? null,
    createdAt: (fields['createdAt'] as RecordedAt | undefined) ?? null,
    isDiscarded: fields['discarded'] === true,
    filled: textsUnder(fields, 'filled'),
    settled: textsUnder(fields, 'settled'),
  }));

export const writeNoteDraft = (doc: Y.Doc, id: string, fields: DraftFields): void =>
  writeFields(fieldsOf(doc), id, { ...fields });

export const writeFilled = (doc: Y.Doc, id: string, section: string, text: string): void =>
  writeFields(fieldsOf(doc), id, { [`filled:${section}`]: text });

export const writeSettled = (doc: Y.Doc, id: string, section: string, text: string): void =>
  writeFields(fieldsOf(doc), id, { [`settled:${section}`]: text });

export const readNoteText = (doc: Y.Doc, id: string, section: string): string =>
  sectionText(doc, id, section).toJSON();

export const readJot = (doc: Y.Doc, session: string): string => jotText(doc, session).toJSON();

export const typeJot = (doc: Y.Doc, session: string, text: string): void =>
  typeInto(jotText(doc, session), text);

/** The first touch writes what the facts had filled in, then the change; later ones only the change. */
export function typeNoteText(doc: Y.Doc, id: string, section: string, text: string, filled: string): void {
  if (!fieldsOf(doc).has(`${id}/filled:${section}`)) {
    // Not in one transaction with ours: Yjs would take the other author's writing for somebody with our name.
    if (filled !== '') seed(doc, `note/${id}/${section}`, filled);
    writeFilled(doc, id, section, filled);
  }
  typeInto(sectionText(doc, id, section), text);
}

/** What differs between two texts: one stretch, taken out and put in. Never through the middle of a character. */
export function differenceOf(
  before: string,
  after: string,
): { readonly at: number; readonly removed: string; readonly added: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  if (isHigh(before, start - 1)) start -= 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  if (end > 0 && isLow(before, before.length - end)) end -= 1;
  return {
    at: start,
    removed: before.slice(start, before.length - end),
    added: after.slice(start, after.length - end),
  };
}

const isHigh = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800;
const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

function typeInto(text: Y.Text, value: string): void {
  const { at, removed, added } = differenceOf(text.toJSON(), value);
  const write = (): void => {
    if (removed !== '') text.delete(at, removed.length);
    if (added !== '') text.insert(at, added);
  };
  if (text.doc) text.doc.transact(write);
}

/**
 * Two devices that touch a section while apart both write what was filled in. They write it as the same author, named by its
 * content, so that it is there once when they meet, with what each of them typed.
 */
function seed(doc: Y.Doc, name: string, text: string): void {
  const author = new Y.Doc();
  author.clientID = authorOf(`${name}\n${text}`);
  author.getText(name).insert(0, text);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(author));
  author.destroy();
}

/** 52 bits above those that Yjs draws for its own authors (FNV-1a, twice). */
function authorOf(words: string): number {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (let at = 0; at < words.length; at += 1) {
    high = Math.imul(high ^ words.charCodeAt(at), 0x01000193);
    low = Math.imul(low ^ words.charCodeAt(at), 0x5bd1e995);
  }
  return 2 ** 32 + (high >>> 12) * 2 ** 32 + (low >>> 0);
}
