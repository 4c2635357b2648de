import type { PairCounts } from './count-pairs.ts';

/**
 * Standard error of NAP from the unbiased variance (Sen 1967, Sankhyā A 29, 95–102; Mee 1990, JASA 85, 793–800,
 * doi 10.1080/01621459.1990.10474942). With p = NAP, m and n scores before and after, Q₁ and Q₂ the mean squared share of
 * pairs that one score before, or after, wins, and X the mean squared pair:
 * V = (p(1 − p) + n·(Q₁ − p²) + m·(Q₂ − p²) − 2·(X − p²)) / ((m − 1)(n − 1)).
 * Where nothing overlaps V would be 0, as if that were certain; so in p(1 − p) p keeps half a pair away from 0 and 1 (the
 * convention of SingleCaseES 0.7). Null where a phase has a single score.
 */
export function napStandardError(pairs: PairCounts): number | null {
  const { nBefore: m, nAfter: n, improved } = pairs;
  if (m < 2 || n < 2) return null;
  const all = m * n;
  const p = improved / all;
  const kept = Math.min(Math.max(p, 0.5 / all), 1 - 0.5 / all);
  const ofBefore = pairs.squaredByBefore / all - n * p ** 2;
  const ofAfter = pairs.squaredByAfter / all - m * p ** 2;
  const ofPairs = pairs.squaredByPair / all - p ** 2;
  return Math.sqrt((kept * (1 - kept) + ofBefore + ofAfter - 2 * ofPairs) / ((m - 1) * (n - 1)));
}
