import type { Item } from './instrument.ts';

/** The same questions in another instrument of the family, word for word, with ids of its own. */
export const renumbered = (instrumentId: string, items: readonly Item[]): Item[] =>
  items.map((item, index) => ({ ...item, id: `${instrumentId}-${index + 1}` }));
