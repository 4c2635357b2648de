import type { Better } from '../instruments/instrument.ts';

/**
 * Cut-off b: within two SDs of the functional population (Jacobson & Truax 1991): b = M_f ∓ 2 · s_f.
 * The SD is the functional one; some published code takes the clinical one and is wrong.
 */
export const cutOffB = (functional: { mean: number; sd: number }, better: Better): number =>
  functional.mean + (better === 'higher' ? -2 : 2) * functional.sd;
