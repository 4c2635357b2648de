import type { TechniqueId } from '../../clinical/techniques/technique.ts';
import { newTechniqueId, writeTechniqueChoice } from '../../records/practice-settings.ts';
import { techniqueOptions } from '../wording/technique-words.ts';
import type { Practice } from './practice.svelte.ts';
import { random } from './random.ts';

/** Puts a technique into the practice's list; one of that name that is there already is taken, and offered again if it was put away. */
export async function addTechnique(practice: Practice, name: string, locale: string): Promise<TechniqueId> {
  const label = name.trim();
  const asWritten = (text: string): string => text.toLocaleLowerCase(locale);
  const known = techniqueOptions(practice.techniques, locale).find(
    (option) => asWritten(option.name) === asWritten(label),
  );
  if (known && !known.isHidden) return known.id;
  const id = known?.id ?? newTechniqueId(random);
  await practice.edit((doc) =>
    writeTechniqueChoice(doc, { id, isHidden: false, ...(known ? {} : { label }) }),
  );
  return id;
}
