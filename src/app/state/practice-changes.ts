// What the practice writes for all its clients, each change with what takes it back.
import type { TechniqueId } from '../../clinical/techniques/technique.ts';
import {
  newContactId,
  newTechniqueId,
  readCrisisContacts,
  readWhyWeMeasure,
  removeCrisisContact,
  removeTechnique,
  writeCrisisContact,
  writeTechniqueChoice,
  writeWhyWeMeasure,
  type CrisisContact,
  type TechniqueChoice,
} from '../../records/practice-settings.ts';
import type { InnerDocument } from '../../sync/index.ts';
import { ourWhyWeMeasure } from '../wording/why-we-measure.ts';
import type { UndoFor } from './entry-changes.ts';
import type { Practice } from './practice.svelte.ts';
import { random } from './random.ts';

type Editor = Pick<Practice, 'edit'>;
type Reader = Pick<Practice, 'read'>;
type Undo = UndoFor<Editor>;

export type ContactDraft = Omit<CrisisContact, 'id'>;

export async function addTechnique(practice: Editor, label: string): Promise<Undo> {
  const id = newTechniqueId(random);
  await practice.edit((doc) => writeTechniqueChoice(doc, { id, label, isHidden: false }));
  return (later) => later.edit((doc) => removeTechnique(doc, id));
}

/** Another name (null: a built-in one under its own), or whether it is offered. */
export async function changeTechnique(
  practice: Editor & Pick<Practice, 'techniques'>,
  id: TechniqueId,
  change: Partial<Omit<TechniqueChoice, 'id'>>,
): Promise<Undo> {
  const before = practice.techniques.find((choice) => choice.id === id) ?? { label: null, isHidden: false };
  await practice.edit((doc) => writeTechniqueChoice(doc, { id, ...change }));
  return (later) =>
    later.edit((doc) =>
      writeTechniqueChoice(doc, {
        id,
        ...(change.label !== undefined && { label: before.label }),
        ...(change.isHidden !== undefined && { isHidden: before.isHidden }),
      }),
    );
}

/** The last in the list. */
export async function addContact(practice: Editor, draft: ContactDraft): Promise<Undo> {
  const id = newContactId(random);
  await practice.edit((doc) => {
    const others = readCrisisContacts(doc);
    putInOrder(doc, others);
    writeCrisisContact(doc, { id, ...draft, place: others.length });
  });
  return (later) => later.edit((doc) => removeCrisisContact(doc, id));
}

export async function changeContact(
  practice: Editor,
  before: CrisisContact,
  draft: ContactDraft,
): Promise<Undo> {
  await practice.edit((doc) => writeCrisisContact(doc, { ...draft, id: before.id }));
  return (later) => later.edit((doc) => writeCrisisContact(doc, before));
}

/** Up or down by one; nothing where there is no room. */
export async function moveContact(practice: Editor, id: string, by: -1 | 1): Promise<void> {
  await practice.edit((doc) => {
    const contacts = readCrisisContacts(doc);
    const at = contacts.findIndex((contact) => contact.id === id);
    const [moved, other] = [contacts[at], contacts[at + by]];
    if (moved && other) putInOrder(doc, contacts.with(at, other).with(at + by, moved));
  });
}

export async function takeContactAway(practice: Editor, id: string): Promise<Undo> {
  await practice.edit((doc) => removeCrisisContact(doc, id));
  return (later) => later.edit((doc) => removeCrisisContact(doc, id, false));
}

const putInOrder = (doc: InnerDocument, contacts: readonly CrisisContact[]): void => {
  for (const [place, contact] of contacts.entries()) writeCrisisContact(doc, { ...contact, place });
};

/** The page for the client: the therapist's own text, or ours. */
export const whyWeMeasure = (practice: Reader): { readonly text: string; readonly isOurs: boolean } => {
  const own = practice.read(readWhyWeMeasure);
  return { text: own ?? ourWhyWeMeasure(), isOurs: own === null };
};

/** Null, or the very text that we have: ours. */
export async function changeWhyWeMeasure(practice: Editor & Reader, text: string | null): Promise<Undo> {
  const before = practice.read(readWhyWeMeasure);
  await practice.edit((doc) => writeWhyWeMeasure(doc, text === ourWhyWeMeasure() ? null : text));
  return (later) => later.edit((doc) => writeWhyWeMeasure(doc, before));
}
