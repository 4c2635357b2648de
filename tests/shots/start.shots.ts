import { test } from '../browser/support/test.ts';
import { shoot } from './shoot.ts';

test('the first thing a person sees', async ({ page, app }) => {
  await page.goto(app);
  await page.getByRole('heading').first().waitFor();
  await shoot(page, 'start');
});
