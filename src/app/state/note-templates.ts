// The shapes that a note can have here: the usual ones and the practice's own.
import {
  builtInTemplates,
  isBuiltInTemplate,
  noteFacts,
  sectionsOf,
  type NoteFact,
  type SectionShape,
} from '../../clinical/notes/templates.ts';
import {
  newTemplateId,
  readDefaultTemplate,
  readNoteTemplates,
  removeNoteTemplate,
  writeDefaultTemplate,
  writeNoteTemplate,
  type NoteTemplate,
} from '../../records/note-templates.ts';
import { noteSectionTitle } from '../wording/note-words.ts';
import type { UndoFor } from './entry-changes.ts';
import type { Practice } from './practice.svelte.ts';
import { random } from './random.ts';

export type { NoteTemplate };
type Editor = Pick<Practice, 'edit'>;
type Reader = Pick<Practice, 'read'>;
export type TemplateDraft = Pick<NoteTemplate, 'name' | 'titles'>;

export interface TitledSection extends SectionShape {
  readonly title: string;
}

/** Also the removed ones. */
export const ownTemplates = (practice: Reader): readonly NoteTemplate[] =>
  practice.read(readNoteTemplates) ?? [];

/** The last one chosen that is still there. */
export function defaultTemplate(practice: Reader): string {
  const chosen = practice.read(readDefaultTemplate);
  const isThere =
    chosen !== null &&
    (isBuiltInTemplate(chosen) ||
      ownTemplates(practice).some(({ id, isRemoved }) => id === chosen && !isRemoved));
  return isThere ? chosen : builtInTemplates[0];
}

export const rememberTemplate = (practice: Editor, id: string): Promise<unknown> =>
  practice.edit((doc) => writeDefaultTemplate(doc, id));

const plans: readonly NoteFact[] = ['change', 'homework', 'next', 'plan'];

/** One's own: what was seen goes into the first section, what comes next into the last. */
function ownFacts(at: number, count: number): readonly NoteFact[] {
  if (count === 1) return noteFacts;
  if (at === 0) return noteFacts.filter((fact) => !plans.includes(fact));
  return at === count - 1 ? plans : [];
}

/** Of a template that is not known here, none: what was written under it is shown all the same. */
export function sectionsFor(practice: Reader, template: string): TitledSection[] {
  if (isBuiltInTemplate(template))
    return sectionsOf(template).map((section) => ({ ...section, title: noteSectionTitle(section.id) }));
  const own = ownTemplates(practice).find(({ id }) => id === template);
  return (own?.titles ?? []).map((title, at, all) => ({
    id: `${template}.${String(at)}`,
    title,
    facts: ownFacts(at, all.length),
  }));
}

/** Of a section that was written under another template. */
export function titleOfSection(practice: Reader, id: string): string {
  const [template, at] = id.split('.');
  const own = ownTemplates(practice).find((each) => each.id === template);
  return own?.titles[Number(at)] ?? noteSectionTitle(id);
}

export async function addTemplate(practice: Editor, draft: TemplateDraft): Promise<UndoFor<Editor>> {
  const id = newTemplateId(random);
  await practice.edit((doc) => writeNoteTemplate(doc, id, draft));
  return (later) => later.edit((doc) => removeNoteTemplate(doc, id));
}

export async function changeTemplate(
  practice: Editor,
  before: NoteTemplate,
  draft: TemplateDraft,
): Promise<UndoFor<Editor>> {
  await practice.edit((doc) => writeNoteTemplate(doc, before.id, draft));
  return (later) => later.edit((doc) => writeNoteTemplate(doc, before.id, before));
}

export async function takeTemplateAway(practice: Editor, id: string): Promise<UndoFor<Editor>> {
  await practice.edit((doc) => removeNoteTemplate(doc, id));
  return (later) => later.edit((doc) => removeNoteTemplate(doc, id, false));
}
