// A session before, while and after it goes on; the crisis card, the curtain, contacts and linked records.
import type { Page } from '@playwright/test';
import { lookAroundOnKnownDay, openExample } from '../browser/support/example.ts';
import { goToToday } from '../browser/support/practice.ts';
import { goToSession, startSession, writeContacts } from '../browser/support/session.ts';
import { expect, test } from '../browser/support/test.ts';
import { shoot } from './shoot.ts';

const pebble = 'Example: Pebble 06';
const back = (page: Page): Promise<void> =>
  page.getByRole('main').getByRole('link', { name: pebble, exact: true }).click();

test('a session', async ({ page, app }) => {
  test.setTimeout(240_000);
  await lookAroundOnKnownDay(page, app);
  await openExample(page, pebble);
  await writeContacts(page, {
    'Call-back number': '020 7946 0011',
    'Usual place during video sessions': '4 Mill Lane, top bell',
    'Emergency contact': 'Her sister Ann, 020 7946 0022; agreed to be called at any hour',
    'Crisis line or emergency number where the client lives': '999; night service 020 7946 0033',
  });
  await page.getByLabel('Client of the caseload').selectOption({ label: 'Example: Willow 07' });
  await page.getByRole('button', { name: 'Link', exact: true }).click();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await shoot(page, 'contacts', { fullPage: true });
  await page.setViewportSize({ width: 1280, height: 800 });
  await back(page);
  await goToSession(page);
  await shoot(page, 'session-before', { fullPage: true });
  await page.setViewportSize({ width: 1280, height: 800 });
  await back(page);
  await startSession(page, 'By video');
  await page.clock.fastForward('20:00');
  await shoot(page, 'session-running', { fullPage: true });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('timer').click();
  await page.keyboard.press('h');
  await expect(page.getByRole('dialog')).toBeVisible();
  await shoot(page, 'session-crisis');
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await shoot(page, 'session-curtain', { sizes: ['desktop', 'panel'] });
  await page.keyboard.press('Enter');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'It ended earlier, or did not take place' }).click();
  await shoot(page, 'session-earlier', { sizes: ['desktop', 'panel'] });
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1280, height: 800 });
  await goToToday(page);
  await shoot(page, 'today-going-on', { sizes: ['desktop', 'panel'] });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('link', { name: /^Session with/ }).click();
  await page.clock.fastForward('22:00:00');
  await expect(page.getByRole('heading', { name: 'When did it end?' })).toBeVisible();
  await shoot(page, 'session-left-open', { fullPage: true });
  await page.setViewportSize({ width: 1280, height: 800 });
  await back(page);
  await shoot(page, 'client-left-open', { sizes: ['desktop', 'panel'] });
});
