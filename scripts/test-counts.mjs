// @ts-check
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {(path: string) => any} a report of a test runner, or null if it wrote none */
const readReport = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null);

/** @type {Counts} */
const nothing = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {string} path of Vitest's JSON report
 * @returns {Counts}
 */
export function countVitest(path) {
  const report = readReport(path);
  if (report === null) return nothing;
  // A file that could not be loaded has no failed test in it, and failed.
  const brokenFiles = report.testResults.filter(
    (/** @type {any} */ file) =>
      file.status === 'failed' &&
      !file.assertionResults.some((/** @type {any} */ t) => t.status === 'failed'),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {string} path of Playwright's JSON report
 * @returns {Counts}
 */
export function countPlaywright(path) {
  const report = readReport(path);
  if (report === null) return nothing;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

/**
 * @param {string} path of the lines `{"file", "cases"}` that the published tests write
 * @returns {number}
 */
export function countOracleCases(path) {
  if (!existsSync(path)) return 0;
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.reduce((sum, line) => sum + JSON.parse(line).cases, 0);
}
