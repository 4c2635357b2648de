// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** @typedef {Record<string, { file: string, isEntry?: boolean, imports?: string[] }>} BuildManifest */

/**
 * The script files that a page loads before it can start: the entry and everything it imports statically.
 * @param {string} distApp
 * @param {string} entry
 */
export function startUpFiles(distApp, entry) {
  /** @type {BuildManifest} */
  const manifest = JSON.parse(readFileSync(join(distApp, '.vite/manifest.json'), 'utf8'));
  /** @type {Set<string>} */
  const files = new Set();
  /** @param {string} key */
  const add = (key) => {
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`the build has no ${key}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const imported of chunk.imports ?? []) add(imported);
  };
  add(entry);
  return [...files];
}

/** @type {import('../support/row.mjs').Row[]} */
export const rows = [
  {
    name: 'start-up JS, PWA (gzip)',
    unit: 'KB',
    aim: '≤ 90',
    measure: async ({ distApp }) => {
      const sizes = startUpFiles(distApp, 'index.html').map(
        (file) => gzipSync(readFileSync(join(distApp, file))).byteLength,
      );
      return { value: sizes.reduce((sum, size) => sum + size, 0) / 1000 };
    },
    isMet: ({ value }) => value <= 90,
  },
];
