import { resolve } from 'node:path';
import type { Page } from '@playwright/test';

const folder = resolve(import.meta.dirname, '../../screenshots');

const sizes = {
  desktop: { width: 1280, height: 800 },
  tablet: { width: 1024, height: 768 },
  panel: { width: 360, height: 720 },
} as const;

export interface ShootOptions {
  readonly sizes?: readonly (keyof typeof sizes)[];
  /** The whole page instead of the first screenful. */
  readonly fullPage?: boolean;
}

/** Pictures of the page as it stands, in every size, light and dark: screenshots/<name>-<size>-<scheme>.png. */
export async function shoot(page: Page, name: string, options: ShootOptions = {}): Promise<void> {
  for (const size of options.sizes ?? (['desktop', 'tablet', 'panel'] as const)) {
    await page.setViewportSize(sizes[size]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.evaluate(() => scrollTo(0, 0));
      if (options.fullPage) await growToPage(page, sizes[size]);
      // Two frames: one for styles, one for what redraws on a change of theme.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      await page.screenshot({ path: resolve(folder, `${name}-${size}-${colorScheme}.png`) });
    }
  }
}

/** As high as what it shows, so that the bar at the foot stands at the foot. */
async function growToPage(page: Page, { width }: { readonly width: number }): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height });
}
