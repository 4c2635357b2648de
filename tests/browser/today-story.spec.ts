// The first screen of a working day: who comes and what to ask, what waits with the others, whether the loop closes. The people
// are the example's on a known day; what must be seen of them is worked out by hand from what is told of them.
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { exampleDay, lookAroundOnKnownDay } from './support/example.ts';
import { goToToday } from './support/practice.ts';
import { expect, test } from './support/test.ts';

test.use({ actionTimeout: 15_000 });

const appointments = (page: Page): Locator =>
  page.getByRole('region', { name: 'Appointments' }).getByRole('listitem');
const waiting = (page: Page): Locator => page.getByRole('region', { name: 'Waiting' }).getByRole('listitem');
const of = (rows: Locator, label: string): Locator => rows.filter({ hasText: label });
const labelsOf = (rows: Locator): Promise<string[]> =>
  rows.locator('[data-client]').evaluateAll((links) => links.map((link) => link.textContent.trim()));

/** As when the person comes back to the page. */
const comeBack = (page: Page): Promise<unknown> => page.evaluate(() => dispatchEvent(new Event('focus')));

test('the appointments of the day stand in order of time, each with what is due and what waits', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  await goToToday(page);
  await expect(page.getByText('Thursday 12 March 2026')).toBeVisible();

  await test.step('six people, by the hour', async () => {
    await expect
      .poll(() => labelsOf(appointments(page)))
      .toEqual([
        ...['Example: Bramble 09', 'Example: Rowan 18', 'Example: Lighthouse 14'],
        ...['Example: Willow 07', 'Example: Lantern 04', 'Example: Thistle 20'],
      ]);
    await expect(of(appointments(page), 'Rowan')).toContainText('10:00');
    await expect(of(appointments(page), 'Rowan')).toContainText('in the room');
    await expect(of(appointments(page), 'Willow')).toContainText('by video');
    await expect(of(appointments(page), 'Thistle')).toContainText('usual slot, not confirmed');
    await expect(of(appointments(page), 'Lantern')).not.toContainText('not confirmed');
  });

  await test.step('a safety answer is named before the other prompt; a review says its change', async () => {
    await expect(of(appointments(page), 'Rowan')).toContainText(/Safety answer\s*1 more prompt/);
    await expect(of(appointments(page), 'Lantern')).toContainText('Review due today: Exposure');
  });

  await test.step('what waits with the others: safety first, then worse, then the checks', async () => {
    await expect
      .poll(() => labelsOf(waiting(page)))
      .toEqual([
        ...['Example: Marsh 15', 'Example: Pebble 06', 'Example: Meadow 03'],
        ...['Example: Wharf 23', 'Example: Quarry 17', 'Example: Umber 21'],
      ]);
    await expect(of(waiting(page), 'Marsh')).toContainText('Safety answer');
    await expect(of(waiting(page), 'Marsh')).toContainText('Review due since 3 Mar 2026: Activation');
    await expect(of(waiting(page), 'Pebble'), 'it was talked about').not.toContainText('Safety answer');
  });

  await expectAccessible(page, 'the first screen');
  await page.setViewportSize({ width: 360, height: 780 });
  await expectAccessible(page, 'the first screen, narrow');
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, 'pixels beyond the right edge').toBeLessThanOrEqual(0);
});

test('a due measure is a link to its form; once answered it is not due any more', async ({ page, app }) => {
  await lookAroundOnKnownDay(page, app);
  await goToToday(page);
  const lantern = of(appointments(page), 'Lantern');
  await expect(lantern.getByRole('link', { name: /^Add/ })).toHaveText(['GAD-7', 'PHQ-9']);
  await lantern.getByRole('link', { name: 'Add GAD-7, Example: Lantern 04' }).click();
  await expect(page.getByRole('heading', { name: 'Add a score' })).toBeVisible();
  await expect(page.getByText('For Example: Lantern 04')).toBeVisible();
  await expect(page.getByLabel('Measure')).toHaveValue('gad-7');
  await expect(page.getByLabel('Day')).toHaveValue(exampleDay);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  for (const [index, key] of ['1', '1', '1', '0', '0', '1', '1'].entries()) {
    await expect(page.getByText(`${String(index + 1)} of 7`, { exact: true })).toBeVisible();
    await page.keyboard.press(key);
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
  await goToToday(page);
  await expect(lantern.getByRole('link', { name: /^Add/ })).toHaveText(['PHQ-9']);
});

test('by keyboard: j and k from client to client, across both lists, and Enter opens', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  await goToToday(page);
  await expect(waiting(page).first()).toBeVisible();
  const link = (label: string): Locator => page.getByRole('link', { name: label, exact: true });
  await page.getByRole('heading', { name: 'Today', exact: true }).click();
  await page.keyboard.press('j');
  await expect(link('Example: Bramble 09')).toBeFocused();
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('j');
  await expect(link('Example: Marsh 15')).toBeFocused();
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await expect(link('Example: Lantern 04')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('k');
  await expect(link('Example: Willow 07'), 'from anywhere in a row to the row before').toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Example: Willow 07' })).toBeVisible();
});

test('over midnight, and when the clock was set back, the page is of the day that it is', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  await goToToday(page);
  await expect(of(appointments(page), 'Lantern')).toContainText('Review due today: Exposure');
  // A Friday: those who always come on that day have no date set in the example.
  await page.clock.setFixedTime(new Date('2026-03-13T08:00:00Z'));
  await comeBack(page);
  await expect(page.getByText('Friday 13 March 2026')).toBeVisible();
  await expect
    .poll(() => labelsOf(appointments(page)))
    .toEqual([...['Example: Ferry 10', 'Example: Marsh 15', 'Example: Orchard 05']]);
  await expect(of(waiting(page), 'Lantern')).toContainText('Review due since 12 Mar 2026: Exposure');
  await page.clock.setFixedTime(new Date('2026-03-11T08:00:00Z'));
  await comeBack(page);
  await expect(page.getByText('Wednesday 11 March 2026')).toBeVisible();
  await expect(
    page.getByText('No appointments today. The next one is on Thursday 12 March 2026.'),
  ).toBeVisible();
  await expect(of(waiting(page), 'Lantern')).toHaveCount(0);
});

test('whether the loop closes is counted when asked, with every n, and nowhere else', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  await goToToday(page);
  await expect(page.getByText('Prompts answered')).toHaveCount(0);
  await page.getByText('Does the loop close?').click();
  const table = page.getByRole('table', { name: 'Numbers of all clients together' });
  const numbers = async (row: string): Promise<string[]> =>
    table
      .getByRole('row', { name: new RegExp(`^${row}`) })
      .getByRole('cell')
      .allInnerTexts();
  // In the last four weeks Juniper's was looked at (10 Mar), Umber's discussed (9 Mar) and Lighthouse's not relevant (5 Mar);
  // before, the plans of Lantern (22 Jan), Marsh and Pebble were changed.
  expect(await numbers('Prompts answered')).toEqual(['3', '6']);
  expect(await numbers('looked')).toEqual(['1 of 3', '1 of 6']);
  expect(await numbers('discussed')).toEqual(['1 of 3', '1 of 6']);
  expect(await numbers('changed the plan')).toEqual(['0 of 3', '3 of 6']);
  expect(await numbers('later')).toEqual(['0 of 3', '0 of 6']);
  expect(await numbers('not relevant')).toEqual(['1 of 3', '1 of 6']);
  // Marsh's fell due on 3 March and Lantern's today; Pebble's was reviewed.
  expect(await numbers('Reviews of a change')).toEqual(['2', '3']);
  expect(await numbers('reviewed')).toEqual(['0 of 2', '1 of 3']);
  expect(await numbers('Conversations about risk')).toEqual(['1', '1']);
  await expect(
    page.getByText('no score, no target, and the count is not kept, exported or sent'),
  ).toBeVisible();
  await expect(page.getByText('What is kept, in each client’s record')).toBeVisible();
  await expectAccessible(page, 'whether the loop closes');
});

test('a safety answer of somebody whose therapy ended is found in the list', async ({ page, app }) => {
  await lookAroundOnKnownDay(page, app);
  await goToToday(page);
  await expect(page.getByText('Safety answers also wait with 2 clients whose therapy ended.')).toBeVisible();
  await page.getByRole('button', { name: 'Show them' }).click();
  await expect(page.getByRole('heading', { name: 'Clients', exact: true })).toBeVisible();
  await expect(page.getByRole('tab', { name: /^Ended/, selected: true })).toBeVisible();
  await expect(page.getByText('2 of 7 shown')).toBeVisible();
});
