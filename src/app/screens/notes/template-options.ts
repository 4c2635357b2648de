import { builtInTemplates } from '../../../clinical/notes/templates.ts';
import { ownTemplates } from '../../state/note-templates.ts';
import type { Practice } from '../../state/practice.svelte.ts';
import { templateName } from '../../wording/note-words.ts';

/** The usual ones, then the practice's own; one that was removed only where it is in use. */
export const templateOptions = (
  practice: Pick<Practice, 'read'>,
  inUse: string,
): { value: string; label: string }[] => [
  ...builtInTemplates.map((id) => ({ value: id, label: templateName(id) })),
  ...ownTemplates(practice)
    .filter(({ id, isRemoved }) => !isRemoved || id === inUse)
    .map(({ id, name }) => ({ value: id, label: name })),
];
