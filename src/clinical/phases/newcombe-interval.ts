import { twoSidedCriticalValue } from '../change/critical-value.ts';
import type { Interval } from './estimate.ts';

/**
 * 95% interval of a share of pairs p with m scores before and n after: Newcombe 2006, method 5 (Statistics in Medicine 25,
 * 559–573, doi 10.1002/sim.2324). Its ends are the two x, below and above p, at which
 * m·n·(p − x)²·(2 − x)(1 + x) = z²·x(1 − x)·(2 + h + (1 + 2h)·x(1 − x)), h = (m + n)/2 − 1.
 * @param improved how many of the m·n pairs improved, ties counting one half
 */
export function newcombeInterval(improved: number, m: number, n: number): Interval {
  const pairs = m * n;
  return {
    lower: lowerEnd(improved / pairs, m, n),
    // x → 1 − x leaves the equation as it is: the upper end is the lower one of the pairs that did not improve.
    upper: 1 - lowerEnd((pairs - improved) / pairs, m, n),
  };
}

/** Halved until two neighbouring numbers are left. The left side is the larger one below the end, the smaller one above. */
function lowerEnd(p: number, m: number, n: number): number {
  const z = twoSidedCriticalValue(0.95);
  const h = (m + n) / 2 - 1;
  const liesBelow = (x: number): boolean =>
    m * n * (p - x) ** 2 * (2 - x) * (1 + x) > z ** 2 * x * (1 - x) * (2 + h + (1 + 2 * h) * x * (1 - x));
  let [low, high] = [0, p];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return low;
    if (liesBelow(middle)) low = middle;
    else high = middle;
  }
}
