// @ts-check
// `npm run bench`: DESIGN 11's figures, in real Chromium. Prints a table and writes bench/results.json. A row is a file in
// bench/rows; `npm run bench -- start-up` runs only the rows whose file name contains the word.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openBench } from './support/open-bench.mjs';
import { formatTable } from './support/format-table.mjs';

/** @typedef {import('./support/row.mjs').Row} Row */
/** @typedef {import('./support/row.mjs').Result} Result */

const root = resolve(import.meta.dirname, '..');
const wanted = process.argv[2] ?? '';

const say = (/** @type {string} */ text) => process.stdout.write(`${text}\n`);
const npx = (/** @type {string[]} */ ...args) =>
  execFileSync(resolve(root, 'node_modules/.bin', args[0] ?? ''), args.slice(1), {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });

say('building the app and the bench pages');
npx('vite', 'build', '--logLevel', 'error');
if (existsSync(resolve(root, 'bench/page/index.html')))
  npx('vite', 'build', '--mode', 'bench', '--logLevel', 'error');

const files = readdirSync(resolve(import.meta.dirname, 'rows')).filter(
  (name) => name.endsWith('.mjs') && name.includes(wanted),
);
const bench = await openBench(root);
/** @type {Result[]} */
const results = [];
try {
  for (const file of files.sort()) {
    /** @type {{ rows: Row[] }} */
    const { rows } = await import(`./rows/${file}`);
    for (const row of rows) {
      say(`measuring: ${row.name}`);
      const { value, limit = null } = await row.measure(bench);
      const ratio = limit === null ? null : value / limit;
      results.push({
        name: row.name,
        unit: row.unit,
        value,
        limit,
        ratio,
        aim: row.aim,
        met: row.isMet({ value, limit, ratio }),
      });
    }
  }
} finally {
  await bench.close();
}

if (wanted === '') {
  writeFileSync(
    resolve(import.meta.dirname, 'results.json'),
    `${JSON.stringify({ rows: results }, null, 2)}\n`,
  );
}
say(formatTable(results));
