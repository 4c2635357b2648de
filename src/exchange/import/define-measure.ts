import type { OwnMeasureDefinition } from '../../clinical/instruments/own-measure.ts';
import type { MeasureChoice } from './mapping.ts';

/** The definition that a "new measure" of a mapping stands for. Throws while its range or direction is open. */
export function definitionOf(
  choice: Extract<MeasureChoice, { readonly kind: 'new' }>,
  id: string,
): OwnMeasureDefinition {
  const { name, range, better, step, details } = choice;
  if (range === null || better === null) throw new Error('a measure without range or direction was defined');
  return { ...details, id, version: '1', name: name.trim(), range, step, better };
}
