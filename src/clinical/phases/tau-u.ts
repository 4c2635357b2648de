import type { Better } from '../instruments/instrument.ts';
import { soHigherIsBetter } from './so-higher-is-better.ts';

/**
 * Tau-U with the trend of the phase before taken off (Parker, Vannest, Davis & Sauber 2011, Behavior Therapy 42, 284–299,
 * doi 10.1016/j.beth.2010.08.006): (S between the phases − S within the first one) / (m·n), S being pairs that rise less
 * pairs that fall. **It can exceed 1** (and fall below −1), since the second S has no place in m·n: it is no share of
 * anything, which is why the baseline-corrected Tau stands on the screen instead. Null where a phase is empty.
 */
export function tauU(before: readonly number[], after: readonly number[], better: Better): number | null {
  if (before.length === 0 || after.length === 0) return null;
  const [earlier, later] = [soHigherIsBetter(before, better), soHigherIsBetter(after, better)];
  const between = earlier.flatMap((a) => later.map((b) => Math.sign(b - a)));
  const within = earlier.flatMap((a, i) => earlier.slice(i + 1).map((b) => Math.sign(b - a)));
  return (sum(between) - sum(within)) / (before.length * after.length);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
