import type { Better } from '../instruments/instrument.ts';
import { pand } from './pand.ts';

/**
 * Improvement rate difference, robust (Parker, Vannest & Brown 2009, Exceptional Children 75, 135–150): the share of improved
 * scores after less that before, when the scores that PAND removes are balanced between the phases. With m and n scores:
 * ((m + n)²·PAND − m² − n²) / (2mn). Null where a phase is empty.
 */
export function ird(before: readonly number[], after: readonly number[], better: Better): number | null {
  const [m, n] = [before.length, after.length];
  const share = pand(before, after, better);
  return share === null ? null : ((m + n) ** 2 * share - m ** 2 - n ** 2) / (2 * m * n);
}
