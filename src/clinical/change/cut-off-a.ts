import type { Better } from '../instruments/instrument.ts';

/** Cut-off a: two SDs outside the clinical population, towards better (Jacobson & Truax 1991): a = M_c ± 2 · s_c. */
export const cutOffA = (clinical: { mean: number; sd: number }, better: Better): number =>
  clinical.mean + (better === 'higher' ? 2 : -2) * clinical.sd;
