import type { Better } from '../instruments/instrument.ts';

/** The scores, turned by their sign where lower is better: every formula here then reads “higher is better”. */
export const soHigherIsBetter = (scores: readonly number[], better: Better): readonly number[] =>
  better === 'higher' ? scores : scores.map((score) => -score);
