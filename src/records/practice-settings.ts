// What the practice writes once for all its clients: its own list of techniques, the page that says why we measure, and where help
// is in a crisis.
import type * as Y from 'yjs';
import type { TechniqueId } from '../clinical/techniques/technique.ts';
import { readFields, writeFields } from './flat-fields.ts';
import { newPlainId, type Random } from './ids.ts';

const techniquesOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('techniques');
const pagesOf = (doc: Y.Doc): Y.Map<string> => doc.getMap<string>('pages');
const contactsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('crisisContacts');

/** A technique of the practice's own, or a built-in one that was renamed or put away. */
export interface TechniqueChoice {
  readonly id: TechniqueId;
  /** Null: a built-in one under its own name. */
  readonly label: string | null;
  /** Not offered any more; what was written with it keeps it. */
  readonly isHidden: boolean;
}

export const newTechniqueId = (random: Random): TechniqueId => `own-${newPlainId(random)}`;

export const readTechniqueChoices = (doc: Y.Doc): TechniqueChoice[] =>
  [...readFields(techniquesOf(doc))]
    .filter(([, { removed }]) => removed !== true)
    .map(([id, { label, hidden }]) => ({
      id,
      label: typeof label === 'string' ? label : null,
      isHidden: hidden === true,
    }));

export const writeTechniqueChoice = (
  doc: Y.Doc,
  { id, label, isHidden }: Pick<TechniqueChoice, 'id'> & Partial<TechniqueChoice>,
): void =>
  writeFields(techniquesOf(doc), id, {
    ...(label !== undefined && { label }),
    ...(isHidden !== undefined && { hidden: isHidden }),
  });

/** For the undo of one's own that was just added; what has been written with a technique needs its name: that one is hidden. */
export const removeTechnique = (doc: Y.Doc, id: TechniqueId, isRemoved = true): void =>
  writeFields(techniquesOf(doc), id, { removed: isRemoved });

/** The therapist's own text; null: ours stands. */
export const readWhyWeMeasure = (doc: Y.Doc): string | null => pagesOf(doc).get('whyWeMeasure') ?? null;

/** Null: ours again. */
export const writeWhyWeMeasure = (doc: Y.Doc, text: string | null): void => {
  if (text === null) pagesOf(doc).delete('whyWeMeasure');
  else pagesOf(doc).set('whyWeMeasure', text);
};

/** Whom to call in a crisis, as the therapist set it; we ship none, because none is right everywhere. */
export interface CrisisContact {
  readonly id: string;
  readonly name: string;
  /** A number or an address, as it is to be read. */
  readonly reach: string;
  /** When and for what; may be empty. */
  readonly note: string;
}

export const newContactId = (random: Random): string => newPlainId(random);

/** In the order in which they were put. */
export const readCrisisContacts = (doc: Y.Doc): CrisisContact[] =>
  [...readFields(contactsOf(doc))]
    .filter(([, { removed, name }]) => removed !== true && typeof name === 'string')
    .sort(([a, { place: x }], [b, { place: y }]) => Number(x ?? 0) - Number(y ?? 0) || (a < b ? -1 : 1))
    .map(([id, { name, reach, note }]) => ({
      id,
      name: String(name),
      reach: typeof reach === 'string' ? reach : '',
      note: typeof note === 'string' ? note : '',
    }));

export const writeCrisisContact = (
  doc: Y.Doc,
  { id, ...fields }: CrisisContact & { readonly place?: number },
): void => writeFields(contactsOf(doc), id, fields);

export const removeCrisisContact = (doc: Y.Doc, id: string, isRemoved = true): void =>
  writeFields(contactsOf(doc), id, { removed: isRemoved });
