// @ts-check
// `npm test`: everything, step by step, on a machine that has only Node and Debian. All steps run even if one fails; the last
// line is `N passed, N failed`, where a failed check, lint or build counts as one failure.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { countOracleCases, countPlaywright, countVitest } from './test-counts.mjs';

const root = resolve(import.meta.dirname, '..');
const results = resolve(root, 'test-results');
const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

const steps = [
  { name: 'setup', says: 'a real Chromium', command: ['node', 'scripts/setup-browsers.mjs'] },
  { name: 'check', says: 'types', command: ['node', 'scripts/check.mjs'] },
  { name: 'lint', says: 'ESLint and Prettier', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'build', says: 'dist/app and dist/relay', command: ['npm', 'run', '--silent', 'build'] },
  {
    name: 'vitest',
    says: 'unit, property, published, contract and architecture tests',
    command: [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=test-results/vitest.json',
    ],
    count: () => countVitest(resolve(results, 'vitest.json')),
  },
  {
    name: 'playwright',
    says: 'the built app in a real browser',
    command: ['playwright', 'test'],
    count: () => countPlaywright(resolve(results, 'playwright.json')),
  },
];

// What an earlier run left must not be counted.
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

let passed = 0;
let failed = 0;
/** @type {string[]} */
const summary = [];

for (const { name, says, command, count } of steps) {
  say(`\n== ${name}: ${says}`);
  const began = performance.now();
  const [program = '', ...args] = command;
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: `${resolve(root, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}` },
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const counts = count?.() ?? { passed: 0, failed: 0, skipped: 0 };
  // A runner that stopped without saying which test failed has failed all the same.
  const failures = status === 0 ? counts.failed : Math.max(1, counts.failed);
  passed += counts.passed;
  failed += failures;
  const tests = count
    ? `${counts.passed} passed, ${failures} failed, ${counts.skipped} skipped`
    : status === 0
      ? 'ok'
      : 'FAILED';
  summary.push(`${name.padEnd(11)} ${tests} (${seconds} s)`);
  if (count && status === 0 && counts.passed === 0) {
    failed += 1;
    summary.push(`${name.padEnd(11)} RAN NO TEST: counted as a failure`);
  }
}

const oracleCases = countOracleCases(resolve(results, 'oracles.jsonl'));
say('\n== summary');
for (const line of summary) say(line);
say(
  oracleCases > 0
    ? `oracles     ${oracleCases} cases that nobody here computed were reproduced`
    : 'oracles     0 CASES RAN. Nothing was compared with numbers from outside this repository: is shared/oracles beside it?',
);
say(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
