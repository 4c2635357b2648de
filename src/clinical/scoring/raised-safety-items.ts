import type { Instrument, Item } from '../instruments/instrument.ts';

/** A safety item whose answer asks for a conversation, and that answer. */
export interface RaisedSafetyItem {
  readonly item: Item;
  readonly answer: number;
}

/**
 * The safety items answered above their threshold. An empty list says nothing about safety: most suicides in Louzon
 * 2016 (doi 10.1176/appi.ps.201500149) followed a "not at all". Never show it as a clearance (CLINICAL 1.3).
 * Works on incomplete responses too: a conversation does not wait for the other answers.
 */
export function raisedSafetyItems(
  { items, safetyItems }: Instrument,
  answers: readonly (number | null)[],
): RaisedSafetyItem[] {
  return safetyItems.flatMap(({ itemId, above }) => {
    const index = items.findIndex((item) => item.id === itemId);
    const item = items[index];
    const answer = answers[index] ?? null;
    return item && answer !== null && answer > above ? [{ item, answer }] : [];
  });
}

/** Safety items that were left unanswered: unknown, which is not the same as zero. */
export function unansweredSafetyItems(
  { items, safetyItems }: Instrument,
  answers: readonly (number | null)[],
): Item[] {
  const ids = new Set(safetyItems.map(({ itemId }) => itemId));
  return items.filter((item, index) => ids.has(item.id) && (answers[index] ?? null) === null);
}
