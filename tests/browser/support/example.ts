// The example caseload on a day that is known, so that every number on the screen is known too.
import type { Page } from '@playwright/test';
import { goToClients } from './practice.ts';
import { expect } from './test.ts';

export const exampleDay = '2026-03-12';

/** From nothing to the list of the example's clients, on `exampleDay`; the clock goes on from there. */
export async function lookAroundOnKnownDay(page: Page, app: string): Promise<void> {
  await page.clock.install({ time: new Date(`${exampleDay}T10:00:00Z`) });
  await page.goto(app);
  await page.getByRole('button', { name: 'Look around first' }).click();
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible({ timeout: 30_000 });
  await goToClients(page);
}

/** From the list to a client of the example, whose record is open then. */
export async function openExample(page: Page, label: string): Promise<void> {
  await page.getByRole('link', { name: label, exact: true }).click();
  await expect(page.getByRole('heading', { name: label })).toBeVisible();
  await expect(page.getByText('Opening the record…')).toHaveCount(0);
}
