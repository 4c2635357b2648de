// @ts-check
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/**
 * Where a Chromium is on this machine: CHROMIUM_PATH, Debian's, or the one that Playwright downloaded.
 * Null if there is none; throws if CHROMIUM_PATH names a file that is not there.
 * @returns {string | null}
 */
export function findChromium() {
  const given = process.env['CHROMIUM_PATH'];
  if (given !== undefined && given !== '') {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH says ${given}, and there is no such file.`);
    return given;
  }
  for (const path of ['/usr/bin/chromium', '/usr/bin/chromium-browser']) if (existsSync(path)) return path;
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}
