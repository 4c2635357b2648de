// @ts-check
// One made-up practice, measured along the product's own paths; each figure beside what the browser alone can do. A limit opens
// a database where the product opens one.
import { atMost, call, withPractice } from '../support/bench-page.mjs';

const clients = Number(process.env['BENCH_CLIENTS'] ?? 1500);
const times = 25;
const longestCourse = 500;

/** @type {import('../support/row.mjs').Row[]} */
export const rows = [
  {
    name: `import of ${clients} clients, ten years`,
    unit: 'ms',
    aim: '≤ 2×',
    measure: async (bench) => {
      const { page, made } = await withPractice(bench, clients);
      // In a profile of its own, as the import was: a thousand databases more or less are felt.
      const empty = await bench.openBenchPage();
      empty.setDefaultTimeout(0);
      const sizes = await call(page, 'sealedSizes');
      return { value: made.importMs, limit: await call(empty, 'putEachInItsOwnDatabase', sizes) };
    },
    isMet: atMost(2),
  },
  {
    name: 'unlock → caseload usable (KDF apart)',
    unit: 'ms',
    aim: '≤ 1.5×',
    measure: async (bench) =>
      call((await withPractice(bench, clients)).page, 'unlockToCaseload', 'derived-anew', times),
    isMet: atMost(1.5),
  },
  {
    name: 'the same with the key in hand, reading counted',
    unit: 'ms',
    aim: '≤ 1.5×',
    measure: async (bench) =>
      call((await withPractice(bench, clients)).page, 'unlockToCaseload', 'in-hand', times),
    isMet: atMost(1.5),
  },
  {
    name: 'open a ten-year chart, data in hand',
    unit: 'ms',
    aim: '≤ 2×',
    measure: async (bench) =>
      call((await withPractice(bench, clients)).page, 'openChart', longestCourse, times),
    isMet: atMost(2),
  },
  {
    name: 'open the same client’s document, ready to edit',
    unit: 'ms',
    aim: '≤ 2×',
    measure: async (bench) =>
      call((await withPractice(bench, clients)).page, 'openDocument', longestCourse, times),
    isMet: atMost(2),
  },
  {
    name: 'entry → durable and "Saved" (batching apart)',
    unit: 'ms',
    aim: '≤ 2×',
    measure: async (bench) => call((await withPractice(bench, clients)).page, 'saveEntry', times),
    isMet: atMost(2),
  },
  {
    name: 'disk',
    unit: 'bytes',
    aim: '≤ 1.5×',
    measure: async (bench) => {
      const { made } = await withPractice(bench, clients);
      return { value: made.usedBytes, limit: made.plainBytes };
    },
    isMet: atMost(1.5),
  },
];
