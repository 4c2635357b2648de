// A session from its start to its end, and whatever comes in between: a reload, a killed browser, a night, somebody at the door.
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { lookAroundOnKnownDay, openExample } from './support/example.ts';
import {
  addClient,
  goToClients,
  goToToday,
  isLocked,
  isSaved,
  makeVaultQuickly,
  openClient,
  unlock,
} from './support/practice.ts';
import { goToSession, startSession, writeContacts } from './support/session.ts';
import { expect, test } from './support/test.ts';

test.use({ actionTimeout: 15_000 });
test.setTimeout(240_000);

const passphrase = 'lamp river cotton meadow seven';
const orchard = 'Example: Orchard 05';
const willow = 'Example: Willow 07';
const back = (page: Page, label: string): Promise<void> =>
  page.getByRole('main').getByRole('link', { name: label, exact: true }).click();

test('a video session: where are you, the crisis key, a reload, a killed browser, the check-out', async ({
  launch,
  app,
}) => {
  const first = await launch();
  const { page } = first;
  await page.goto(app);
  await makeVaultQuickly(page, passphrase);
  await addClient(page, 'Heron 12');
  await writeContacts(page, {
    'Call-back number': '020 7946 0011',
    'Usual place during video sessions': '4 Mill Lane, top bell',
    'Emergency contact': 'Her sister Ann, 020 7946 0022',
    'Crisis line or emergency number where the client lives': '999',
  });
  await isSaved(page);
  await back(page, 'Heron 12');

  await test.step('it opens with where the client is, and where to call', async () => {
    await startSession(page, 'By video');
    const where = page.getByLabel('Where are you today?');
    await expect(where).toBeFocused();
    await expect(page.getByText('020 7946 0011')).toBeVisible();
    await page.getByRole('button', { name: 'At the usual place: 4 Mill Lane, top bell' }).click();
    await expect(where).toHaveValue('4 Mill Lane, top bell');
    await where.fill('At work, room 3');
    await page.getByText('Came late').click();
    await isSaved(page);
  });

  await test.step('one key shows what is needed in a crisis, and gives the page back', async () => {
    await page.getByRole('timer').click();
    await page.keyboard.press('h');
    const card = page.getByRole('dialog', { name: 'In a crisis' });
    for (const text of ['At work, room 3', '020 7946 0011', 'Her sister Ann, 020 7946 0022', '999'])
      await expect(card.getByText(text, { exact: true })).toBeVisible();
    await expect(card.getByText('No plan is written down')).toBeVisible();
    await expectAccessible(page, 'the crisis card');
    await page.keyboard.press('Escape');
    await expect(card).toHaveCount(0);
    await expectAccessible(page, 'a session');
  });

  await test.step('after a reload it stands first on the first screen and goes on where it was', async () => {
    await page.reload();
    await unlock(page, passphrase);
    await goToToday(page);
    const goingOn = page.getByRole('region', { name: 'Going on' });
    await expect(goingOn).toBeVisible();
    await goingOn.getByRole('link', { name: /^Session with Heron 12, going on since/ }).click();
    await expect(page.getByLabel('Where are you today?')).toHaveValue('At work, room 3');
    await expect(page.getByRole('checkbox', { name: 'Came late' })).toBeChecked();
  });

  await first.kill();
  const second = await launch({ folder: first.folder });

  await test.step('after the browser was killed, too; ended, it stands in the list with its check-out', async () => {
    const later = second.page;
    await later.goto(app);
    await unlock(later, passphrase);
    await openClient(later, 'Heron 12');
    await goToSession(later);
    await expect(later.getByLabel('Where are you today?')).toHaveValue('At work, room 3');
    await later.getByRole('button', { name: 'End the session' }).click();
    const checkOut = later.getByRole('dialog', { name: /^Check-out, session 1/ });
    await checkOut
      .getByRole('toolbar', { name: 'All in all, did today help you?' })
      .getByText('8', { exact: true })
      .click();
    await checkOut.getByRole('button', { name: 'Save' }).click();
    await expect(later.getByText('Session 1 is written down.')).toBeVisible();
    await expect(later).toHaveURL(/\/notes$/);
    await back(later, 'Heron 12');
    const row = later.getByRole('row', { name: /^1 / });
    await expect(row).toContainText('Came late');
    await expect(row).toContainText('8');
    await expect(later.getByRole('link', { name: 'Start a session' })).toBeVisible();
  });
});

test('an end is taken back and the session goes on; without a check-out it is one press more', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  await openExample(page, orchard);
  await startSession(page);
  await page.clock.fastForward('20:00');
  await expect(page.getByRole('timer')).toHaveText('20 minutes');
  await page.getByRole('button', { name: 'End the session' }).click();
  await page.getByRole('button', { name: 'Skip' }).click();
  await expect(page).toHaveURL(/\/notes$/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('timer')).toHaveText('20 minutes');
  await goToToday(page);
  await expect(page.getByRole('region', { name: 'Going on' })).toContainText('going on since 10:0');
});

test('a session that was left open overnight asks when it ended; it may not have taken place', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  await openExample(page, orchard);
  await startSession(page);
  await page.clock.fastForward('22:00:00');
  await expect(page.getByRole('heading', { name: 'When did it end?' })).toBeVisible();
  await expect(page.getByText('began on 12 March 2026 at 10:0')).toBeVisible();
  await expectAccessible(page, 'a session that was left open');

  await test.step('a time that cannot be is said to be so', async () => {
    await page.getByRole('button', { name: 'It ended then' }).click();
    await expect(page.getByText('Type a time, such as 10:50.')).toBeVisible();
    await page.getByLabel('At a time').fill('09:00');
    await page.getByRole('button', { name: 'It ended then' }).click();
    await expect(page.getByText('more than 12 hours').or(page.getByText('not come yet'))).toBeVisible();
  });

  await test.step('it did not take place: the client had not come', async () => {
    await page.getByRole('button', { name: 'Did not come' }).click();
    await expect(page.getByText('Written down: did not come.')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
  });

  await test.step('after 50 minutes', async () => {
    await page.getByRole('link', { name: 'The session of 12 Mar 2026 was not ended' }).click();
    await page.getByRole('button', { name: /^After 50 minutes, at 10:5/ }).click();
    await page.getByRole('button', { name: 'Skip' }).click();
    await back(page, orchard);
    await expect(page.getByRole('row', { name: /12 Mar 2026/ }).first()).toBeVisible();
  });
});

test('a session that does not take place is written down with one press', async ({ page, app }) => {
  await lookAroundOnKnownDay(page, app);
  await openExample(page, orchard);
  await goToSession(page);
  await expectAccessible(page, 'before a session');
  await page.getByRole('button', { name: 'Cancelled' }).click();
  await expect(page.getByText('Written down: cancelled, 12 Mar 2026.')).toBeVisible();
  await expect(page.getByRole('row', { name: /12 Mar 2026 Cancelled/ })).toBeVisible();
});

test('a second session is not begun while one goes on: it says so and leads there', async ({ page, app }) => {
  await lookAroundOnKnownDay(page, app);
  await openExample(page, orchard);
  await startSession(page);
  await goToClients(page);
  await openExample(page, willow);
  await page.getByRole('link', { name: 'Start a session' }).click();
  await expect(page.getByText('Another session is going on')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start the session' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Go there' }).click();
  await expect(page.getByRole('timer')).toBeVisible();
});

test('the curtain: nothing can be read behind it, any key or touch lifts it, and focus comes back', async ({
  page,
  app,
}) => {
  await page.clock.install({ time: new Date('2026-03-12T10:00:00Z') });
  await page.goto(app);
  await makeVaultQuickly(page, passphrase);
  await addClient(page, 'Heron 12');
  await startSession(page, 'By video');
  const where = page.getByLabel('Where are you today?');
  const curtain = page.getByRole('dialog', { name: 'Behind a curtain' });
  const nothingIsReadable = async (): Promise<void> => {
    await expect(curtain).toBeVisible();
    await expect(page.locator('.stage :visible')).toHaveCount(0);
    expect(await page.evaluate(() => document.body.innerText)).not.toContain('Heron');
    expect(await page.title()).not.toContain('Heron');
  };

  await test.step('by its key, lifted in every way', async () => {
    for (const lift of ['Enter', 'c', 'Escape', 'touch']) {
      await page.getByRole('timer').click();
      await page.keyboard.press('c');
      await nothingIsReadable();
      if (lift === 'touch') await page.mouse.click(5, 5);
      else await page.keyboard.press(lift);
      await expect(curtain, lift).toHaveCount(0);
      await expect(page.getByRole('timer')).toBeVisible();
    }
  });

  await test.step('when nobody touches anything it comes down instead of the lock', async () => {
    await where.fill('At work');
    await page.clock.fastForward('16:00');
    await nothingIsReadable();
    await expectAccessible(page, 'the curtain');
    await page.keyboard.press('Enter');
    await expect(where).toBeFocused();
    await expect(where).toHaveValue('At work');
  });

  await test.step('over a dialog, too', async () => {
    await page.getByRole('timer').click();
    await page.keyboard.press('h');
    await expect(page.getByRole('dialog', { name: 'In a crisis' })).toBeVisible();
    await page.clock.fastForward('16:00');
    await nothingIsReadable();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'In a crisis' })).toBeVisible();
  });

  await test.step('once the session is over, the vault locks', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'End the session' }).click();
    await page.getByRole('button', { name: 'Skip' }).click();
    await expect(page).toHaveURL(/\/notes$/);
    await page.clock.fastForward('16:00');
    await isLocked(page);
  });
});

test('a couple: linked on both sides, the session stands in both records, and what was typed in one', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  await openExample(page, orchard);
  await page.getByRole('link', { name: 'Contacts and places' }).click();
  await page.getByLabel('Client of the caseload').selectOption({ label: willow });
  await page.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(page.getByText(`Linked with ${willow}.`)).toBeVisible();
  await expectAccessible(page, 'contacts and places');
  await back(page, orchard);
  await goToSession(page);
  await page.getByRole('radio', { name: 'By video' }).check();
  await page.getByRole('checkbox', { name: `With ${willow}` }).check();
  await page.getByRole('button', { name: 'Start the session' }).click();
  await page.getByLabel('Where are you today?').fill('In the garden');
  await page.clock.fastForward('50:00');
  await page.getByRole('button', { name: 'End the session' }).click();
  await page.getByRole('button', { name: 'Skip' }).click();
  await expect(page).toHaveURL(/\/notes$/);
  await goToClients(page);
  await openExample(page, willow);
  // A number of this record, not of the other one.
  await expect(page.getByRole('row', { name: /^([2-9]|\d\d) 12 Mar 2026/ })).toBeVisible();
  await expect(page.getByText('In the garden')).toHaveCount(0);
  await page.getByRole('link', { name: 'Contacts and places' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: orchard })).toBeVisible();
  await page.getByRole('button', { name: `Unlink ${orchard}` }).click();
  await expect(page.getByText('No record is linked.')).toBeVisible();
});
