import { test } from '@playwright/test';
import { serveHarness, type Harness } from './harness/serve-harness.ts';
let harness: Harness;
test.beforeAll(async () => { harness = await serveHarness(); });
test.afterAll(() => harness.close());
for (const name of ['phases','just-changed','many-phases','course'])
  for (const [w, h] of [[1280, 900],[800,800],[360, 800]] as const)
    for (const dark of [false, true])
    test(`${name} ${w} ${dark}`, async ({ page }) => {
      if (dark && w === 800) return;
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
      await page.setViewportSize({ width: w, height: h });
      await page.goto(`${harness.url}?case=${name}`);
      await page.locator('canvas').waitFor();
      await page.waitForTimeout(200);
      await page.screenshot({ path: `/tmp/look/${name}-${w}${dark ? '-dark' : ''}.png` });
    });
