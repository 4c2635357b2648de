// @ts-check
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import sirv from 'sirv';
import { findChromium } from '../../scripts/find-chromium.mjs';

/**
 * Serves a folder on a free loopback port, as plainly as can be.
 * @param {string} folder
 */
async function serve(folder) {
  const handle = sirv(folder, { dev: true });
  const server = createServer((request, response) => handle(request, response));
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return { server, url: `http://localhost:${address.port}/` };
}

/**
 * Starts what rows need when they ask for it: servers and browsers with profiles on disk.
 * @param {string} root
 * @returns {Promise<import('./row.mjs').Bench>}
 */
export async function openBench(root) {
  const executablePath = findChromium();
  if (executablePath === null)
    throw new Error('There is no Chromium on this machine. Run: npm run setup:browsers');
  const distApp = resolve(root, 'dist/app');
  /** @type {(() => Promise<unknown>)[]} */
  const closers = [];

  /** @type {(folder: string, path?: string) => Promise<import('playwright-core').Page>} */
  const open = async (folder, path = '') => {
    const { server, url } = await serve(folder);
    const profile = await mkdtemp(join(tmpdir(), 'soundings-bench-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    closers.push(async () => {
      await context.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    });
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(url + path);
    return page;
  };

  return {
    root,
    distApp,
    openApp: () => open(distApp),
    openBenchPage: () => open(resolve(root, 'dist/bench'), 'bench/page/'),
    close: async () => {
      for (const close of closers) await close();
    },
  };
}
