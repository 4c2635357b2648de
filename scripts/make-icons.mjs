// @ts-check
// Draws the PNG icons from public/icons/mark.svg with Chromium. Run by hand when the mark changes; the pictures are kept in git.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findChromium } from './find-chromium.mjs';

const folder = new URL('../public/icons/', import.meta.url);
const mark = readFileSync(new URL('mark.svg', folder), 'utf8');
// Maskable and Apple's icons fill the whole square: the system cuts the corners (safe zone: the inner 80%), so the card's
// own corners go and the drawing, which runs on beyond the card, is seen from a little further away.
const fullBleed = mark.replace(' clip-path="url(#card)"', '').replace('0 0 512 512', '-56 -56 624 624');
if (fullBleed.includes('url(#card)') || !fullBleed.includes('-56 -56'))
  throw new Error('mark.svg has changed shape.');

const icons = [
  { file: 'icon-192.png', size: 192, svg: mark },
  { file: 'icon-512.png', size: 512, svg: mark },
  { file: 'icon-maskable-512.png', size: 512, svg: fullBleed },
  { file: 'icon-180.png', size: 180, svg: fullBleed },
];

const executablePath = findChromium();
if (executablePath === null) throw new Error('No Chromium: run npm run setup:browsers first.');
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
for (const { file, size, svg } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await page.screenshot({ path: new URL(file, folder).pathname, omitBackground: true });
  await page.close();
}
await browser.close();
