// A session as the steps taken on the screen.
import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** From a client's page. */
export async function goToSession(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^(Start a session|Session going on since|The session of)/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /session|did it end/i })).toBeVisible();
}

/** From a client's page: a session in the room unless said otherwise; it goes on when resolved. */
export async function startSession(
  page: Page,
  place: 'In the room' | 'By video' = 'In the room',
): Promise<void> {
  await goToSession(page);
  await page.getByRole('radio', { name: place }).check();
  await page.getByRole('button', { name: 'Start the session' }).click();
  await expect(page.getByRole('timer')).toBeVisible();
}

/** From a client's page: whom to reach and where. */
export async function writeContacts(page: Page, contacts: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('link', { name: 'Contacts and places' }).click();
  for (const [field, text] of Object.entries(contacts)) await page.getByLabel(field).fill(text);
  await page.getByRole('heading', { level: 1 }).focus();
}
