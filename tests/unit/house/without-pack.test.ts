// The pack's terms do not suit everyone (src/clinical/instruments/pack/LICENSE.md): whoever deletes the folder must be able
// to build. So this test does just that, in a copy.
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishedInstruments } from '../../../src/clinical/instruments/catalogue.ts';
import { packInstruments } from '../../../src/clinical/instruments/pack.ts';
import { gad7 } from '../../../src/clinical/instruments/gad-7/gad-7.ts';
import { publishedExamples } from '../../../src/clinical/worked-examples/published-examples.ts';
import { root } from '../../architecture/source-files.ts';

const run = promisify(execFile);
const pack = 'src/clinical/instruments/pack';
/** What a build reads. */
const inputs = [
  ...['index.html', 'package.json', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'],
  ...['public', 'scripts', 'src', 'tests/caseload', 'tsconfig.base.json', 'tsconfig.json'],
];

let copy = '';
const tool = (path: string, ...args: string[]): Promise<unknown> =>
  run(process.execPath, [resolve(copy, 'node_modules', path), ...args], { cwd: copy });

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'soundings-without-pack-'));
  for (const input of inputs) {
    cpSync(resolve(root, input), resolve(copy, input), {
      recursive: true,
      filter: (source) => relative(root, source) !== pack,
    });
  }
  symlinkSync(resolve(root, 'node_modules'), resolve(copy, 'node_modules'), 'dir');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** All code that a build made, as one text. */
function built(): string {
  const assets = resolve(copy, 'dist/app/assets');
  return readdirSync(assets)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(resolve(assets, name), 'utf8'))
    .join('\n');
}

test('the app builds without the pack, with none of its words and all of the free ones', async () => {
  await tool('vite/bin/vite.js', 'build', '--minify', 'false', '--logLevel', 'error');
  const code = built();
  for (const { text } of gad7.items) expect(code).toContain(text);
  const free = publishedInstruments.filter((instrument) => !packInstruments.includes(instrument));
  // The AUDIT-C, which is free, shares two questions with the AUDIT.
  const freeWords = new Set(free.flatMap(({ items }) => items.map(({ text }) => text)));
  const words = packInstruments
    .flatMap(({ items }) => items.map(({ text }) => text))
    .filter((text) => !freeWords.has(text));
  expect(words.length).toBeGreaterThan(60);
  expect(words.filter((text) => code.includes(text))).toEqual([]);
  const examplesThere = publishedExamples.filter(({ shows }) => code.includes(shows));
  expect(examplesThere).toEqual(publishedExamples.filter(({ instrument }) => free.includes(instrument)));
}, 180_000);

test('clinical type-checks without the pack', async () => {
  await tool('typescript/bin/tsc', '-p', 'src/clinical/tsconfig.json');
}, 60_000);
