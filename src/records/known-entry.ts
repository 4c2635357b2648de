// An entry by its id, whether it counts or not. Law: what is put right is found also after it was corrected or deleted elsewhere
// while the form lay open: a correction that did not name it would stand beside it as another thing.
import type { EffectiveEntries } from './effective-entries.ts';
import type { Entry, EntryId } from './entry.ts';

/** Null: it is not in this record. */
export const knownEntry = (
  { entries, corrections, deleted }: Pick<EffectiveEntries, 'entries' | 'corrections' | 'deleted'>,
  id: EntryId,
): Entry | null =>
  [
    ...entries,
    ...corrections.flatMap(({ original, by }) => [original, ...by]),
    ...deleted.map(({ entry }) => entry),
  ].find((entry) => entry.id === id) ?? null;
