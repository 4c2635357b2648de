import type { Better } from '../instruments/instrument.ts';
import { countPairs } from './count-pairs.ts';
import { median } from './median.ts';

/**
 * Percentage exceeding the median, as a share (Ma 2006, Behavior Modification 30, 598–617, doi 10.1177/0145445504272974): of the
 * scores after, those better than the median before; one that equals it counts one half. Null where a phase is empty.
 */
export function pem(before: readonly number[], after: readonly number[], better: Better): number | null {
  const middle = median(before);
  if (middle === null || after.length === 0) return null;
  return countPairs([middle], after, better).improved / after.length;
}
