// The Library: the list, a search, a measure with all it rests on, a worked example, the self-test.
import { lookAroundOnKnownDay } from '../browser/support/example.ts';
import { expect, test } from '../browser/support/test.ts';
import { shoot } from './shoot.ts';

test('the library', async ({ page, app }) => {
  test.setTimeout(180_000);
  await lookAroundOnKnownDay(page, app);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await shoot(page, 'library-list', { fullPage: true });
  await page.getByRole('button', { name: 'Run the self-test' }).click();
  await page.getByRole('searchbox').fill('depress');
  await shoot(page, 'library-found', { fullPage: true });
  for (const [name, example] of [
    ['DASS-21', /Raw sums/],
    ['PCL-5', /The fewest answers/],
    ['WHO-5', /raw sum of 12/],
    ['AUDIT-C', /5 or 6/],
  ] as const) {
    await page.getByRole('searchbox').fill(name);
    const measure = page.locator('details[data-measure]').first();
    await measure.locator('summary').first().click();
    await measure.locator('summary').filter({ hasText: example }).click();
    await shoot(page, `library-${name.toLowerCase()}`, { fullPage: true });
  }
});
