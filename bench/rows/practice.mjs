// @ts-check
// One made-up practice, measured along the product's own paths; each figure beside what the browser alone can do.

const clients = Number(process.env['BENCH_CLIENTS'] ?? 1500);
const times = 9;

/** @typedef {import('../support/row.mjs').Bench} Bench */
/** @typedef {{ importMs: number, plainBytes: number, usedBytes: number, sessions: number, entries: number }} Made */

/** @type {Promise<{ page: import('playwright-core').Page, made: Made }> | null} */
let practice = null;

/**
 * The page with the practice in it, made once for all rows.
 * @param {Bench} bench
 */
const withPractice = (bench) =>
  (practice ??= (async () => {
    const page = await bench.openBenchPage();
    page.setDefaultTimeout(0);
    const made = await call(page, 'makePractice', clients, 10, 40);
    return { page, made };
  })());

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @param {...unknown} args
 * @returns {Promise<any>}
 */
const call = (page, name, ...args) =>
  page.evaluate(
    // @ts-expect-error the bench page defines it
    ([wanted, given]) => globalThis.bench[wanted](...given),
    /** @type {const} */ ([name, args]),
  );

/** @param {number} most @returns {(judged: import('../support/row.mjs').Judged) => boolean} */
const atMost =
  (most) =>
  ({ ratio }) =>
    ratio !== null && ratio <= most;

/** @type {import('../support/row.mjs').Row[]} */
export const rows = [
  {
    name: `import of ${clients} clients, ten years`,
    unit: 'ms',
    aim: '≤ 2×',
    measure: async (bench) => {
      const { page, made } = await withPractice(bench);
      const sizes = await call(page, 'sealedSizes');
      return { value: made.importMs, limit: await call(page, 'putEachInItsOwnDatabase', sizes) };
    },
    isMet: atMost(2),
  },
  {
    name: 'unlock → caseload usable (KDF apart)',
    unit: 'ms',
    aim: '≤ 1.5×',
    measure: async (bench) => {
      const { page } = await withPractice(bench);
      const value = await call(page, 'unlockToCaseload', times);
      const { caseload } = await call(page, 'packedPlain');
      return { value, limit: await call(page, 'readPackedRows', caseload, times) };
    },
    isMet: atMost(1.5),
  },
  {
    name: 'open a ten-year chart, data in hand',
    unit: 'ms',
    aim: '≤ 2×',
    measure: async (bench) => {
      const { page } = await withPractice(bench);
      const { ms } = await call(page, 'openChart', times);
      const { chart } = await call(page, 'packedPlain');
      return { value: ms, limit: await call(page, 'readPackedRows', [chart], times) };
    },
    isMet: atMost(2),
  },
  {
    name: 'open the same client’s document, ready to edit',
    unit: 'ms',
    aim: '≤ 2×',
    measure: async (bench) => {
      const { page } = await withPractice(bench);
      const value = await call(page, 'openDocument', times);
      const entries = await call(page, 'longestEntries');
      return { value, limit: await call(page, 'readDecryptApply', entries, times) };
    },
    isMet: atMost(2),
  },
  {
    name: 'entry → durable and "Saved" (batching apart)',
    unit: 'ms',
    aim: '≤ 2×',
    measure: async (bench) => {
      const { page } = await withPractice(bench);
      return { value: await call(page, 'saveEntry', 21), limit: await call(page, 'strictPut', 900, 21) };
    },
    isMet: atMost(2),
  },
  {
    name: 'disk',
    unit: 'bytes',
    aim: '≤ 1.5×',
    measure: async (bench) => {
      const { made } = await withPractice(bench);
      return { value: made.usedBytes, limit: made.plainBytes };
    },
    isMet: atMost(1.5),
  },
];
