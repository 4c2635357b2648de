// A measure that was begun and not saved waits for its therapist as long as the practice is open: leaving the page by a
// slip of the hand loses nothing. It is never written anywhere.
import type { OwnMeasureDefinition } from '../../clinical/instruments/own-measure.ts';
import type { MeasureBuilder } from './measure-builder.svelte.ts';
import type { Practice } from './practice.svelte.ts';

const kept = new WeakMap<Practice, Map<string, MeasureBuilder>>();

/** One for each version in use, and one for what is new. */
const keyOf = (before: OwnMeasureDefinition | null): string =>
  before ? `${before.id}@${before.version}` : 'new';

export const keptBuilder = (practice: Practice, before: OwnMeasureDefinition | null): MeasureBuilder | null =>
  kept.get(practice)?.get(keyOf(before)) ?? null;

export function keepBuilder(practice: Practice, builder: MeasureBuilder): void {
  const builders = kept.get(practice) ?? new Map<string, MeasureBuilder>();
  kept.set(practice, builders.set(keyOf(builder.before), builder));
}

export const dropBuilder = (practice: Practice, before: OwnMeasureDefinition | null): void => {
  kept.get(practice)?.delete(keyOf(before));
};
