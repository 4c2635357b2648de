// @ts-check
// The shapes of a bench row. A file in bench/rows exports `rows`.

/**
 * @typedef {object} Bench
 * @property {string} root      the repository
 * @property {string} distApp   the built app
 * @property {() => Promise<import('playwright-core').Page>} openApp        a page on the built app, in a fresh profile on disk
 * @property {() => Promise<import('playwright-core').Page>} openBenchPage  a page with bench/page's functions as `window.bench`
 * @property {() => Promise<void>} close
 */

/** @typedef {{ value: number, limit?: number }} Measured  `limit` is measured in the same run, in the same unit */
/** @typedef {{ value: number, limit: number | null, ratio: number | null }} Judged */

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {string} unit
 * @property {string} aim   as DESIGN 11 words it
 * @property {(bench: Bench) => Promise<Measured>} measure
 * @property {(judged: Judged) => boolean | null} isMet  null: reported only, no aim to hold it against
 */

/** @typedef {{ name: string, unit: string, value: number, limit: number | null, ratio: number | null, aim: string, met: boolean | null }} Result */

export {};
