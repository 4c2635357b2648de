// The list in its states, appointments, endings and what comes after them, in the example on a known day.
import { lookAroundOnKnownDay, openExample } from '../browser/support/example.ts';
import { goToClients, typeTotal } from '../browser/support/practice.ts';
import { expect, test } from '../browser/support/test.ts';
import { shoot } from './shoot.ts';

const orchard = 'Example: Orchard 05';

test.describe('clients', () => {
  test.setTimeout(240_000);

  test('the list: reasons, filters, who is ended, namesakes, somebody new', async ({ page, app }) => {
    await lookAroundOnKnownDay(page, app);
    for (const _ of [1, 2]) {
      await page.keyboard.press('n');
      await page.getByRole('textbox', { name: 'Code or name', exact: true }).fill('Quill-77');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'Quill-77' })).toBeVisible();
      await goToClients(page);
    }
    await shoot(page, 'clients-need', { fullPage: true });
    await page.getByLabel('Search by code or name').fill('quill');
    await shoot(page, 'clients-namesakes', { fullPage: true });
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByLabel('Show', { exact: true }).selectOption({ label: 'PHQ-9' });
    await page.getByLabel('Reason').selectOption('no-measure');
    await shoot(page, 'clients-filtered');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByLabel('Reason').selectOption('follow-up-due');
    await shoot(page, 'clients-filtered-none');
    await page.getByRole('button', { name: 'Show everybody again' }).click();
    await page.getByRole('tab', { name: /^Ended/ }).click();
    await shoot(page, 'clients-ended', { fullPage: true });
  });

  test('a client: the appointment, the ending, a follow-up, a new course', async ({ page, app }) => {
    await lookAroundOnKnownDay(page, app);
    await openExample(page, orchard);
    await page.getByRole('button', { name: 'Change', exact: true }).first().click();
    await page.getByLabel('Day', { exact: true }).fill('2026-03-17');
    await page.getByLabel('Time', { exact: true }).fill('10:00');
    await page.getByLabel('Where', { exact: true }).selectOption('video');
    await page.getByLabel('Weekday').selectOption('2');
    await page.getByLabel('Usual time').fill('10:00');
    await shoot(page, 'client-appointment-form');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await shoot(page, 'client-appointment');
    await page.getByRole('button', { name: 'More about this client' }).click();
    await page.getByRole('menuitem', { name: 'End therapy' }).click();
    await page.getByLabel('Last day').fill('2026-03-06');
    await page.getByLabel('How it ended').selectOption('as-planned');
    await page.getByLabel('Summary').fill('Sleeps through, back at work. Agreed to come back if it slips.');
    await page.getByRole('checkbox', { name: /After 3 months/ }).check();
    await shoot(page, 'client-ending-form');
    await page.getByRole('button', { name: 'End it' }).click();
    await typeTotal(page, 'PHQ-9', '2026-03-12', 9);
    await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
    await shoot(page, 'client-ended', { fullPage: true });
    await page.getByRole('button', { name: 'More about this client' }).click();
    await page.getByRole('menuitem', { name: 'Take therapy up again' }).click();
    await shoot(page, 'client-reopen-form');
    await page.getByRole('button', { name: 'Take it up again' }).click();
    await shoot(page, 'client-new-course-empty', { fullPage: true });
    await typeTotal(page, 'PHQ-9', '2026-03-12', 16);
    await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
    await shoot(page, 'client-new-course', { fullPage: true });
  });
});
