// What is captured while a session goes on, by keys alone.
import { expectAccessible } from './support/accessible.ts';
import { lookAroundOnKnownDay, openExample } from './support/example.ts';
import { startSession } from './support/session.ts';
import { goToClients, goToSettings } from './support/practice.ts';
import { expect, test } from './support/test.ts';

test.setTimeout(180_000);

test('marks, distress, a goal, a technique: one key each, with the minute, and each can be taken out', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  await goToSettings(page, 'practice');
  await page.getByLabel('A new mark').fill('Dream');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('key 1')).toBeVisible();

  await goToClients(page);
  await openExample(page, 'Example: Willow 07');
  await startSession(page);
  const soFar = page.getByRole('region', { name: 'So far' });
  const said = page.getByRole('region', { name: 'Capture' }).getByRole('status');
  await expect(soFar).toContainText('Nothing is captured yet.');

  await test.step('distress 7 and a mark of avoidance are three keys', async () => {
    await page.getByRole('timer').click();
    await page.keyboard.press('d');
    await page.keyboard.press('7');
    await expect(said).toHaveText('Distress 7: written down.');
    await page.keyboard.press('a');
    await expect(said).toHaveText('Avoidance: written down.');
    await expect(soFar.getByRole('listitem')).toHaveText([/0 min\s*Distress 7/, /0 min\s*Avoidance/]);
  });

  await test.step('twelve minutes later an own mark has its minute, and takes words', async () => {
    const now = await page.evaluate(() => Date.now());
    await page.clock.setFixedTime(now + 12 * 60_000 + 5_000);
    await page.getByRole('timer').click();
    await page.keyboard.press('1');
    await expect(soFar.getByRole('listitem').last()).toContainText('12 min');
    const words = page.getByLabel('A few words for Dream, minute 12');
    await words.fill('the house by the lake');
    await words.press('Enter');
    await expect(soFar).toContainText('the house by the lake');
    await expect(soFar.getByRole('listitem')).toHaveCount(3);
  });

  await test.step('letters typed into a field are not marks', async () => {
    await page.getByLabel('Until next time').fill('write a page a day');
    await page.getByLabel('Until next time').press('a');
    await expect(soFar.getByRole('listitem')).toHaveCount(3);
  });

  await test.step('a mark of risk offers its record', async () => {
    await page.getByRole('timer').click();
    await page.keyboard.press('r');
    await expect(page.getByRole('link', { name: 'Record the conversation about risk' })).toBeVisible();
  });

  await test.step('what was a slip is removed, and comes back', async () => {
    await soFar.getByRole('button', { name: 'Remove Risk' }).click();
    await expect(soFar.getByRole('listitem')).toHaveCount(3);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(soFar.getByRole('listitem')).toHaveCount(4);
  });
  await expectAccessible(page, 'a session with what was captured');
});
