/** The middle score, or half-way between the two middle ones; null of none. */
export function median(scores: readonly number[]): number | null {
  // Sorts by value without being told how, and several times as fast: a trend of 250 scores is a median of 31,125 slopes.
  const sorted = Float64Array.from(scores).sort();
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
