// A questionnaire read aloud, by number keys alone; and the timeline that it stands in afterwards.
import { expectAccessible } from './support/accessible.ts';
import { lookAroundOnKnownDay, openExample } from './support/example.ts';
import { addClient, isSaved, makeVaultQuickly, openClient, unlock } from './support/practice.ts';
import { startSession } from './support/session.ts';
import { expect, test } from './support/test.ts';

test.setTimeout(180_000);
const passphrase = 'amber lantern quiet orchard nine';

test('a PHQ-9 read aloud: a reload in the middle, one left out, back, saved', async ({ page, app }) => {
  await page.goto(app);
  await makeVaultQuickly(page, passphrase);
  await addClient(page, 'Heron 12');
  const address = `${page.url().replace(/\/$/, '')}/read/phq-9`;
  await page.goto(address);
  const progress = page.getByText(/^\d+ of 10$/);

  await test.step('the first question stands there at once; a number answers it', async () => {
    await expect(progress).toHaveText('1 of 10');
    for (const key of ['2', '2', '1']) await page.keyboard.press(key);
    await expect(progress).toHaveText('4 of 10');
    await page.keyboard.press('Backspace');
    await expect(progress).toHaveText('3 of 10');
    await page.keyboard.press('3');
    await page.keyboard.press('x');
    await expect(progress).toHaveText('5 of 10');
    await isSaved(page);
    await expectAccessible(page, 'a question read aloud');
  });

  await test.step('after a reload it goes on at the next question, and nothing is counted yet', async () => {
    await page.reload();
    await unlock(page, passphrase);
    await openClient(page, 'Heron 12');
    await expect(page.getByRole('heading', { name: 'History' })).toHaveCount(0);
    await page.goto(address);
    await expect(page.getByText('3 of 10 answered')).toBeVisible();
    await expect(progress).toHaveText('5 of 10');
  });

  await test.step('the one that was left out is asked for at the end, and then it is saved once', async () => {
    for (const key of ['1', '1', '0', '0', '1']) await page.keyboard.press(key);
    await expect(progress).toHaveText('10 of 10');
    await page.keyboard.press('x');
    await expect(page.getByRole('heading', { level: 1, name: 'PHQ-9, read aloud' })).toBeVisible();
    await expect(page.getByText(/9 items|item 4|not answered/i).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
    await page.goto(address);
    await expect(progress).toHaveText('1 of 10');
  });
});

test('in a session nine keys and Enter give the total, and lead back to the session', async ({
  page,
  app,
}) => {
  await page.goto(app);
  await makeVaultQuickly(page, passphrase);
  await addClient(page, 'Heron 12');
  const client = page.url();
  await startSession(page);
  await page.goto(`${client}/read/phq-9`);
  const began = Date.now();
  await expect(page.getByText('1 of 10')).toBeVisible();
  for (const key of ['2', '2', '1', '1', '1', '1', '0', '0', '1', '1']) await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('timer')).toBeVisible();
  test.info().annotations.push({
    type: 'measured',
    description: `11 keys, ${String(Date.now() - began)} ms by a machine`,
  });
  await page.goto(client);
  await expect(page.getByRole('main')).toContainText('9');
  await page.getByRole('link', { name: 'Timeline' }).click();
  await expect(page.getByText('PHQ-9: 9, mild')).toBeVisible();
  await expect(page.getByText('Read aloud')).toBeVisible();
});

test('the timeline: everything in one order, by kind, on paper', async ({ page, app }) => {
  await lookAroundOnKnownDay(page, app);
  await openExample(page, 'Example: Lantern 04');
  await page.getByRole('link', { name: 'Timeline' }).click();
  const days = page.getByRole('main').getByRole('heading', { level: 2 });
  await expect(days.first()).toBeVisible();
  const newest = await days.first().textContent();
  await expect(page.getByText('Signed note').first()).toBeVisible();
  await expectAccessible(page, 'the timeline');

  await page.getByLabel('Notes', { exact: true }).uncheck();
  await expect(page.getByText('Signed note')).toHaveCount(0);
  await page.getByRole('button', { name: 'Oldest first' }).click();
  await expect(days.first()).not.toHaveText(newest ?? '');
  await page.getByRole('button', { name: 'Newest first' }).click();
  await expect(days.first()).toHaveText(newest ?? '');

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(/^Example: Lantern 04, printed on/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
});
