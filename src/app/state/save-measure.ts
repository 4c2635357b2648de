import type { OwnMeasureDefinition } from '../../clinical/instruments/own-measure.ts';
import { newEntryId } from '../../records/ids.ts';
import { definitionOfDraft, type MeasureDraft } from './measure-draft.ts';
import { newVersion } from './measure-version.ts';
import { today } from './now.ts';
import type { Practice } from './practice.svelte.ts';
import { random } from './random.ts';

const whatItSays = ({ version: _, madeOn: __, ...rest }: OwnMeasureDefinition): string =>
  JSON.stringify(rest, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/**
 * Saves a new measure, or a new version of `before` beside the old one. Only for a draft without problems; any other throws.
 * 'unchanged': nothing is different, so no version was made.
 */
export async function saveMeasure(
  practice: Practice,
  draft: MeasureDraft,
  before: OwnMeasureDefinition | null,
): Promise<'saved' | 'unchanged' | 'not-saved'> {
  const id = before?.id ?? `own-${newEntryId(random)}`;
  const definition = definitionOfDraft(draft, id, newVersion(before, random));
  if (!definition) throw new Error('a measure without range or direction cannot be saved');
  if (before && whatItSays(before) === whatItSays(definition)) return 'unchanged';
  await practice.saveOwnMeasure({ ...definition, madeOn: today() });
  const directory = await practice.directory();
  return (await directory.flush()).kind === 'saved' ? 'saved' : 'not-saved';
}
