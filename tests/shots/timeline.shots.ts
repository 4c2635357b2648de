// The timeline, a questionnaire read aloud, and a session of the example caseload.
import { lookAroundOnKnownDay, openExample } from '../browser/support/example.ts';
import { startSession } from '../browser/support/session.ts';
import { expect, test } from '../browser/support/test.ts';
import { shoot } from './shoot.ts';

test('timeline, read aloud, a session with what was captured', async ({ page, app }) => {
  test.setTimeout(240_000);
  await lookAroundOnKnownDay(page, app);
  await openExample(page, 'Example: Lantern 04');
  const client = page.url();
  await shoot(page, 'client-doors');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('link', { name: 'Timeline' }).click();
  await expect(page.getByText('Signed note').first()).toBeVisible();
  await shoot(page, 'timeline');
  await page.goto(`${client}/read/phq-9`);
  await expect(page.getByText('1 of 10')).toBeVisible();
  await shoot(page, 'read-aloud');
  await page.goto(client);
  await startSession(page);
  await page.getByRole('timer').click();
  for (const key of ['d', '7', 'a', 'i', 'r']) await page.keyboard.press(key);
  await expect(page.getByRole('region', { name: 'So far' }).getByRole('listitem')).toHaveCount(4);
  await shoot(page, 'session-captured', { fullPage: true });
  await page.goto(`${client}/notes`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await shoot(page, 'notes', { fullPage: true });
  await page.goto(`${client}/hand-over`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await shoot(page, 'hand-over', { fullPage: true });
});
