// The practice's own shapes of a note: a name and the titles of its sections, field by field in the directory.
import type * as Y from 'yjs';
import { readFields, writeFields } from './flat-fields.ts';
import { newPlainId, type Random } from './ids.ts';

export interface NoteTemplate {
  /** 'own-<random>'. */
  readonly id: string;
  readonly name: string;
  /** At least one. */
  readonly titles: readonly string[];
  readonly isRemoved: boolean;
}

const templatesOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('noteTemplates');

export const newTemplateId = (random: Random): string => `own-${newPlainId(random)}`;

/** By name; the removed ones with the others, because drafts may still have their shape. */
export const readNoteTemplates = (doc: Y.Doc): NoteTemplate[] =>
  [...readFields(templatesOf(doc))]
    .flatMap(([id, { name, titles, removed }]) =>
      typeof name === 'string' && Array.isArray(titles)
        ? [{ id, name, titles: titles.map(String), isRemoved: removed === true }]
        : [],
    )
    .sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1));

export const writeNoteTemplate = (
  doc: Y.Doc,
  id: string,
  { name, titles }: Pick<NoteTemplate, 'name' | 'titles'>,
): void => writeFields(templatesOf(doc), id, { name, titles: [...titles] });

export const removeNoteTemplate = (doc: Y.Doc, id: string, isRemoved = true): void =>
  writeFields(templatesOf(doc), id, { removed: isRemoved });

/** The shape that a new note has; null: never chosen. */
export const readDefaultTemplate = (doc: Y.Doc): string | null => {
  const id = doc.getMap('settings').get('noteTemplate');
  return typeof id === 'string' ? id : null;
};

export const writeDefaultTemplate = (doc: Y.Doc, id: string): void => {
  if (readDefaultTemplate(doc) !== id) doc.getMap('settings').set('noteTemplate', id);
};
