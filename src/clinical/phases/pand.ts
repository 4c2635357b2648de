import type { Better } from '../instruments/instrument.ts';
import { soHigherIsBetter } from './so-higher-is-better.ts';

/**
 * Percentage of all nonoverlapping data, as a share (Parker, Hagan-Burke & Vannest 2007, Journal of Special Education 40,
 * 194–204; Parker, Vannest & Davis 2011, Behavior Modification 35, 303–322): how much of both phases is left when the fewest
 * scores are removed so that every score left after is better than every one left before. Null where a phase is empty.
 */
export function pand(before: readonly number[], after: readonly number[], better: Better): number | null {
  if (before.length === 0 || after.length === 0) return null;
  const worstFirst = [...soHigherIsBetter(before, better)].sort((a, b) => a - b);
  const later = soHigherIsBetter(after, better);
  // Keep the k worst before, and after them all that is better; k = 0 keeps the whole phase after.
  const kept = [-Infinity, ...worstFirst].map((best, k) => k + later.filter((score) => score > best).length);
  return Math.max(...kept) / (before.length + after.length);
}
