// A course of therapy comes to its end, a follow-up is due and is done, therapy is taken up again. The numbers are those of
// the example on a known day.
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { lookAroundOnKnownDay, openExample } from './support/example.ts';
import { addClient, goToClients, listRow, typeTotal } from './support/practice.ts';
import { expect, test } from './support/test.ts';

const orchard = 'Example: Orchard 05';
const newcomer = 'Quill-79';
const sentence = (page: Page): Locator => page.locator('.sentence');
const courses = (page: Page): Locator => page.getByRole('region', { name: 'Courses of therapy' });

test.use({ actionTimeout: 15_000 });

const choose = async (page: Page, item: string): Promise<void> => {
  await page.getByRole('button', { name: 'More about this client' }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

async function addScore(page: Page, day: string, total: number): Promise<void> {
  await typeTotal(page, 'PHQ-9', day, total);
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
}

test('an ending, a follow-up that is due and done, and a new course with its own baseline', async ({
  page,
  app,
}) => {
  test.setTimeout(180_000);
  await lookAroundOnKnownDay(page, app);
  await openExample(page, orchard);
  const before = await sentence(page).innerText();

  await test.step('nothing ends without a reason, nor before it began', async () => {
    await choose(page, 'End therapy');
    const dialog = page.getByRole('dialog', { name: 'End this course of therapy' });
    await dialog.getByLabel('Last day').fill('2025-01-05');
    await dialog.getByRole('button', { name: 'End it' }).click();
    await expect(dialog).toContainText('This course began on 9 January 2026.');
    await expect(dialog).toContainText('Choose how it ended');
    await expectAccessible(page, 'the ending');
    await dialog.getByLabel('Last day').fill('2026-03-06');
    await dialog.getByLabel('How it ended').selectOption({ label: 'as planned' });
    await dialog.getByLabel('Summary').fill('Sleeps through again.');
    await expect(dialog.getByRole('checkbox', { name: 'After 6 months, on 6 September 2026' })).toBeVisible();
    await dialog.getByRole('checkbox', { name: 'After 3 months, on 6 June 2026' }).check();
    await dialog.getByRole('button', { name: 'End it' }).click();
    await expect(page.getByText('Ended · 18 responses')).toBeVisible();
    await expect(courses(page)).toContainText('Course 1: 9 January 2026 to 6 March 2026');
    await expect(courses(page)).toContainText('How it ended: as planned.');
    await expect(courses(page)).toContainText('Sleeps through again.');
    await expect(courses(page)).toContainText('Follow-up after 3 months: planned for 6 June 2026.');
    await expect(courses(page)).toContainText(`PHQ-9: ${before}`);
  });

  await test.step('undone in ten seconds it never happened; done again it stands', async () => {
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('Active · 18 responses')).toBeVisible();
    await expect(courses(page)).toHaveCount(0);
    await choose(page, 'End therapy');
    await page.getByLabel('Last day').fill('2026-03-06');
    await page
      .getByLabel('How it ended')
      .selectOption({ label: 'agreed together, before the plan was through' });
    await page.getByRole('checkbox', { name: /After 3 months/ }).check();
    await page.getByRole('button', { name: 'End it' }).click();
    await expect(courses(page)).toContainText('agreed together');
  });

  await test.step('an ending is changed by a new one', async () => {
    await courses(page).getByRole('button', { name: 'Change the ending' }).click();
    await page.getByLabel('Last day').fill('2025-11-30');
    await expect(page.getByLabel('How it ended')).toHaveValue('agreed-early');
    await page.keyboard.press('Escape');
    await courses(page).getByRole('button', { name: 'Change the ending' }).click();
    await page.getByLabel('Last day').fill('2026-02-27');
    await page.getByLabel('Summary').fill('Back at work.');
    await page.getByRole('button', { name: 'Save the change' }).click();
    await expect(courses(page)).toContainText('Course 1: 9 January 2026 to 27 February 2026');
    await expect(page.getByRole('row', { name: /6 Mar 2026 PHQ-9/ })).toContainText('Follow-up');
  });

  await test.step('three months later the list says that a follow-up is due, and for whom', async () => {
    await goToClients(page);
    await page.clock.setFixedTime(new Date('2026-05-27T10:00:00Z'));
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click();
    await goToClients(page);
    await page.getByRole('tab', { name: /^Ended/ }).click();
    await page.getByLabel('Reason').selectOption({ label: 'Follow-up due (1)' });
    await expect(listRow(page, orchard)).toContainText('3-month follow-up due today');
    await listRow(page, orchard).getByRole('link').click();
  });

  await test.step('a score then is a follow-up of the course that ended: same baseline, and marked', async () => {
    await expect(courses(page)).toContainText('Follow-up after 3 months: due since 27 May 2026.');
    await addScore(page, '2026-05-27', 9);
    await expect(sentence(page)).toHaveText(/^Down 13 points since 9 January 2026 \(22 → 9\)/);
    await expect(page.getByText('The latest score is a follow-up: this course')).toBeVisible();
    await expect(page.getByRole('row', { name: /27 May 2026 PHQ-9/ })).toContainText('Follow-up');
    await expect(courses(page)).toContainText('Follow-up after 3 months, 27 May 2026: done.');
    await goToClients(page);
    await expect(page.getByText('Nobody with this measure and reason')).toBeVisible();
    await page.getByRole('button', { name: 'Show everybody again' }).click();
    await listRow(page, orchard).getByRole('link').click();
  });

  await test.step('taken up again: a new course, its own baseline, the earlier one still to be read', async () => {
    await page.clock.setFixedTime(new Date('2026-07-01T10:00:00Z'));
    await choose(page, 'Take therapy up again');
    await page.getByLabel('First day').fill('2026-05-27');
    await expectAccessible(page, 'taking therapy up again');
    await page.getByRole('button', { name: 'Take it up again' }).click();
    await expect(page.getByText('Active · 19 responses')).toBeVisible();
    await expect(sentence(page)).toHaveText(/^No complete PHQ-9 in this course of therapy yet/);
    await addScore(page, '2026-05-28', 16);
    await expect(sentence(page)).toHaveText(/^Too few points to say\. One PHQ-9 so far: 16\b/);
    await expect(page.getByRole('row', { name: /28 May 2026 PHQ-9/ })).toContainText('Course 2');
    await addScore(page, '2026-05-20', 12);
    await expect(page.getByRole('row', { name: /20 May 2026 PHQ-9/ })).toContainText('Follow-up');
    await expect(sentence(page), 'a late entry of the first course moves nothing').toHaveText(
      /^Too few points to say\. One PHQ-9 so far: 16\b/,
    );
    await expect(courses(page)).toContainText('Course 2: since 27 May 2026');
    await expect(courses(page)).toContainText('Course 1: 9 January 2026 to 27 February 2026');
    await page.getByText('Table', { exact: true }).click();
    await expect(page.getByRole('row', { name: /27 May 2026/ }).first()).toContainText('Follow-up');
    await expectAccessible(page, 'a client with two courses');
  });
});

test('the next appointment is typed in, follows the usual slot, and stands in the list', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  await addClient(page, newcomer);
  await page.getByRole('button', { name: 'Plan one' }).click();
  const dialog = page.getByRole('dialog', { name: 'Next appointment' });
  await dialog.getByLabel('Time', { exact: true }).fill('10:00');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('A time needs its day.');
  await dialog.getByLabel('Weekday').selectOption({ label: 'Tuesday' });
  await dialog.getByLabel('Usual time').fill('14:30');
  await dialog.getByLabel('Usually where').selectOption({ label: 'by video' });
  await expectAccessible(page, 'the appointment');
  await dialog.getByRole('button', { name: 'Next by the usual slot' }).click();
  await expect(dialog.getByLabel('Day', { exact: true })).toHaveValue('2026-03-17');
  await expect(dialog.getByLabel('Time', { exact: true })).toHaveValue('14:30');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Next: Tuesday 17 March 2026, 14:30, by video.')).toBeVisible();
  await goToClients(page);
  await expect(listRow(page, newcomer)).toContainText('Tue 17 Mar');
  await expect(listRow(page, newcomer)).toContainText('14:30, by video');

  await page.clock.setFixedTime(new Date('2026-03-18T10:00:00Z'));
  await listRow(page, newcomer).getByRole('link').click();
  await expect(page.getByText('The last one planned was Tuesday 17 March 2026')).toBeVisible();
  await goToClients(page);
  await expect(listRow(page, newcomer)).toContainText('usually Tuesday, 14:30');
});

test('n, a code, and the first score right after', async ({ page, app }) => {
  await lookAroundOnKnownDay(page, app);
  await page.keyboard.press('n');
  await page.keyboard.type('Quill-78');
  await page.getByRole('button', { name: 'Add, then a first score' }).click();
  await expect(page.getByRole('heading', { name: 'Add a score' })).toBeVisible();
  await expect(page.getByText('For Quill-78')).toBeVisible();
});
