// The first screen on a known day, in its states.
import { lookAroundOnKnownDay } from '../browser/support/example.ts';
import { goToToday } from '../browser/support/practice.ts';
import { expect, test } from '../browser/support/test.ts';
import { shoot } from './shoot.ts';

test('today: appointments, what waits, whether the loop closes, a day with nobody', async ({ page, app }) => {
  test.setTimeout(180_000);
  await lookAroundOnKnownDay(page, app);
  await goToToday(page);
  await shoot(page, 'today');
  await page.getByText('Does the loop close?').click();
  await expect(page.getByRole('table')).toBeVisible();
  await shoot(page, 'today-loop', { fullPage: true });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.clock.setFixedTime(new Date('2027-03-14T10:00:00Z'));
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page.getByText('No appointments today.')).toBeVisible();
  await shoot(page, 'today-nobody', { fullPage: true });
});
