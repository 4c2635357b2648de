import type { Item } from '../instruments/instrument.ts';

/**
 * What is stored where "not applicable" was answered: an answer like any other, so that nobody takes it for a gap. It means
 * this only for items that may not apply; elsewhere −1 may be an ordinary option.
 */
export const notApplicable = -1;

export const isNotApplicable = ({ mayNotApply }: Pick<Item, 'mayNotApply'>, answer: number): boolean =>
  mayNotApply === true && answer === notApplicable;

/** Is this one of the answers that the item offers? */
export const isOffered = (item: Pick<Item, 'options' | 'mayNotApply'>, value: number): boolean =>
  isNotApplicable(item, value) || item.options.some((option) => option.value === value);
