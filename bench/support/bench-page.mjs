// @ts-check
// Made-up practices in the bench page, each in a browser profile of its own and made once for all rows.

/** @typedef {import('./row.mjs').Bench} Bench */
/** @typedef {{ importMs: number, plainBytes: number, usedBytes: number, sessions: number }} Made */
/** @typedef {{ value: number, limit: number }} Pair */
/** @typedef {{ page: import('playwright-core').Page, made: Made }} PracticePage */

/** Together about 60,000 sessions where there are 1,500 clients. */
const years = 10;
const meanSessions = 47;

/**
 * Calls a function of bench/page/measures.
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @param {...unknown} args
 * @returns {Promise<any>}
 */
export const call = (page, name, ...args) =>
  page.evaluate(
    // @ts-expect-error the bench page defines it
    ([wanted, given]) => globalThis.bench[wanted](...given),
    /** @type {const} */ ([name, args]),
  );

/** @type {Map<number, Promise<PracticePage>>} */
const practices = new Map();

/** @type {(bench: Bench, clients: number) => Promise<PracticePage>} */
export function withPractice(bench, clients) {
  const known = practices.get(clients);
  if (known) return known;
  const making = (async () => {
    const page = await bench.openBenchPage();
    page.setDefaultTimeout(0);
    return { page, made: await call(page, 'makePractice', clients, years, meanSessions) };
  })();
  practices.set(clients, making);
  return making;
}

/** @param {number} most @returns {(judged: import('./row.mjs').Judged) => boolean} */
export const atMost =
  (most) =>
  ({ ratio }) =>
    ratio !== null && ratio <= most;
