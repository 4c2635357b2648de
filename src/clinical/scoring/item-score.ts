import type { Item } from '../instruments/instrument.ts';

/** What an answer adds to the sum: its own value or, for a reversed item, max + min − value of the item's options. */
export function itemScore(item: Item, answer: number): number {
  if (!item.reversed) return answer;
  const values = item.options.map((option) => option.value);
  return Math.max(...values) + Math.min(...values) - answer;
}
