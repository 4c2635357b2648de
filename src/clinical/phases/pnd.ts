import type { Better } from '../instruments/instrument.ts';
import { soHigherIsBetter } from './so-higher-is-better.ts';

/**
 * Percentage of nonoverlapping data, as a share (Scruggs, Mastropieri & Casto 1987, Remedial and Special Education 8, 24–33):
 * of the scores after, those beyond the best one before; equal is not beyond. Null where a phase is empty.
 */
export function pnd(before: readonly number[], after: readonly number[], better: Better): number | null {
  if (before.length === 0 || after.length === 0) return null;
  const best = Math.max(...soHigherIsBetter(before, better));
  return soHigherIsBetter(after, better).filter((score) => score > best).length / after.length;
}
