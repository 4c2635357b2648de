import type { Instrument } from '../instruments/instrument.ts';

/** By what the raw sum is multiplied to give the total: 4 for the WHO-5, 1 where a total is not scaled. */
export const rawFactor = ({ total }: Pick<Instrument, 'total'>): number =>
  total.kind === 'scaled-sum' ? total.factor : 1;
