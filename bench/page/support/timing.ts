/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

export interface Pair {
  /** Median, ms. */
  readonly value: number;
  /** Median, ms. */
  readonly limit: number;
}

/**
 * The product's way and the limit in turn, so that both meet the same weather on the machine. Each gives its own milliseconds:
 * what has to be tidied up between two runs is not counted. The first round warms both up and is left out.
 */
export async function inTurn(
  times: number,
  product: () => Promise<number>,
  limit: () => Promise<number>,
): Promise<Pair> {
  const values: number[] = [];
  const limits: number[] = [];
  for (let round = 0; round <= times; round += 1) {
    values.push(await product());
    limits.push(await limit());
  }
  return { value: median(values.slice(1)), limit: median(limits.slice(1)) };
}
