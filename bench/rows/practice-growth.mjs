// @ts-check
// How the figures grow: the larger case beside the smaller one, measured in turn.
import { atMost, call, withPractice } from '../support/bench-page.mjs';

/** @typedef {import('../support/row.mjs').Bench} Bench */
/** @typedef {import('../support/bench-page.mjs').PracticePage} PracticePage */

const [few, many] = [150, Number(process.env['BENCH_CLIENTS'] ?? 1500)];
const [short, long] = [40, 500];
const rounds = 5;
const times = 9;

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/**
 * @param {() => Promise<{ value: number }>} larger
 * @param {() => Promise<{ value: number }>} smaller
 */
async function besideEachOther(larger, smaller) {
  const [values, limits] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  for (let round = 0; round < rounds; round += 1) {
    values.push((await larger()).value);
    limits.push((await smaller()).value);
  }
  return { value: median(values), limit: median(limits) };
}

/** @type {(bench: Bench, name: string, ...args: unknown[]) => Promise<{ value: number, limit: number }>} */
async function manyBesideFew(bench, name, ...args) {
  const [larger, smaller] = [await withPractice(bench, many), await withPractice(bench, few)];
  return besideEachOther(
    () => call(larger.page, name, ...args),
    () => call(smaller.page, name, ...args),
  );
}

/** @type {import('../support/row.mjs').Row[]} */
export const rows = [
  {
    name: `growth: open a ${long}-session chart, ${few} → ${many} clients`,
    unit: 'ms',
    aim: 'flat (≤ 1.5×)',
    measure: (bench) => manyBesideFew(bench, 'openChart', long, times),
    isMet: atMost(1.5),
  },
  {
    name: 'growth: the same sealed row read by hand, in the same two vaults',
    unit: 'ms',
    aim: 'reported',
    measure: (bench) => manyBesideFew(bench, 'readChartByHand', long, times),
    isMet: () => null,
  },
  {
    name: `growth: caseload usable, ${few} → ${many} clients`,
    unit: 'ms',
    aim: `linear (≤ ${many / few}×)`,
    measure: (bench) => manyBesideFew(bench, 'unlockToCaseload', 'in-hand', times),
    isMet: atMost(many / few),
  },
  {
    name: `growth: open chart, ${short} → ${long} sessions`,
    unit: 'ms',
    aim: `linear (≤ ${long / short}×)`,
    measure: async (bench) => {
      const { page } = await withPractice(bench, many);
      return besideEachOther(
        () => call(page, 'openChart', long, times),
        () => call(page, 'openChart', short, times),
      );
    },
    isMet: atMost(long / short),
  },
];
