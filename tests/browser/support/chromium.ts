import { findChromium } from '../../../scripts/find-chromium.mjs';

const found = findChromium();
if (found === null) throw new Error('There is no Chromium on this machine. Run: npm run setup:browsers');

/** How every test starts the real browser; Chromium refuses to start as root with its sandbox. */
export const chromiumLaunch: { readonly executablePath: string; readonly args: string[] } = {
  executablePath: found,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
};
