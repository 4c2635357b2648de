// Who speaks to a computer presses letters by accident (WCAG 2.2, 2.1.4): single letters can be switched off.
import { lookAroundOnKnownDay, openExample } from './support/example.ts';
import { goToClients, goToSettings, goToToday } from './support/practice.ts';
import { expect, test } from './support/test.ts';

test.use({ actionTimeout: 15_000 });

test('single letters do something until they are switched off, and again when switched on', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');

  const letters = page.getByRole('checkbox', { name: 'Single letters do something on a page' });
  await goToSettings(page, 'This device');
  await letters.uncheck();

  await goToClients(page);
  await expect(page.getByText(/^j and k, or the arrow keys/)).toHaveCount(0);
  for (const key of ['n', '/', 'j']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('searchbox')).not.toBeFocused();
  await openExample(page, 'Example: Orchard 05');
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { level: 1, name: 'Example: Orchard 05' })).toBeVisible();
  await goToToday(page);
  await page.keyboard.press('j');
  await expect(page.locator('[data-client]:focus')).toHaveCount(0);

  await goToSettings(page, 'This device');
  await letters.check();
  await goToToday(page);
  await page.getByRole('heading', { name: 'Today', exact: true }).click();
  await page.keyboard.press('j');
  await expect(page.locator('[data-client]:focus')).toHaveCount(1);
});
