// What a therapist does with what waits: talks about a safety answer and writes it down, changes course, decides when it comes back.
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { check, chooseFile, csvFile, write } from './support/bring-in.ts';
import { exampleDay, lookAroundOnKnownDay } from './support/example.ts';
import {
  addClient,
  chooseFor,
  goToClients,
  isSaved,
  lock,
  makeVaultQuickly,
  openClient,
  typeTotal,
  unlock,
} from './support/practice.ts';
import { expect, test } from './support/test.ts';

test.use({ actionTimeout: 15_000 });

const passphrase = 'a lantern over quiet water, twice';
const pleaseLook = (page: Page): Locator => page.getByText('Please look', { exact: true });
const said = (page: Page): Locator => page.getByLabel('What the client said');

/** The day that the page believes in, from the next page on. */
const goOnTo = (page: Page, day: string): Promise<void> =>
  page.clock.setSystemTime(new Date(`${day}T10:00:00Z`));

async function reopen(page: Page, label: string): Promise<void> {
  await goToClients(page);
  await openClient(page, label);
}

const isBack = (page: Page): Promise<void> =>
  expect(page.getByRole('heading', { name: 'History' })).toBeVisible();

async function addTotal(page: Page, measure: string, day: string, total: number): Promise<void> {
  await typeTotal(page, measure, day, total);
  await isBack(page);
}

/** A PHQ-9 of `exampleDay`, answered by number keys. */
async function addPhq9(page: Page, answers: readonly number[]): Promise<void> {
  await page.getByRole('link', { name: 'Add a score' }).first().click();
  await page.getByLabel('Measure').selectOption('phq-9');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  for (const [index, answer] of answers.entries()) {
    await expect(page.getByText(`${String(index + 1)} of 10`, { exact: true })).toBeVisible();
    await page.keyboard.press(String(answer));
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await isBack(page);
}

test('a raised answer is talked about, written down, and silent until the day on which to ask again', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  await addClient(page, 'Fern-12');
  await addPhq9(page, [1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);

  await test.step('the answer is said once, with where help is and what to do', async () => {
    await expect(pleaseLook(page)).toHaveCount(1);
    await expect(page.getByText(/^PHQ-9: Item 9 was answered “Several days”/)).toHaveCount(1);
    await expect(page.getByText('Example crisis line')).toBeVisible();
    await expect(page.getByText(/\bsafe\b/i)).toHaveCount(0);
    await expectAccessible(page, 'a client with a raised safety answer');
  });

  await test.step('an empty record is refused with a sentence', async () => {
    await page.getByRole('link', { name: 'Record the conversation' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'A conversation about risk' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What asked for it' })).toBeVisible();
    await page.getByRole('button', { name: 'Record the conversation' }).press('Enter');
    await expect(page.getByText('Nothing is written here yet.')).toBeVisible();
    await expect(page.getByLabel('What you asked')).toBeFocused();
    await expectAccessible(page, 'recording a conversation');
  });

  await test.step('a few words and a day are enough', async () => {
    await page.keyboard.type('Whether there are thoughts of dying.');
    await said(page).fill('At night, no plan. Would not, for the children.');
    await page.getByLabel('The plan that was given').fill('Calls her sister first, then the line.');
    await page.getByRole('button', { name: /^In 3 days/ }).click();
    await expect(page.getByLabel('When to ask again')).toHaveValue('2026-03-15');
    await page.getByRole('button', { name: 'Record the conversation' }).click();
    await expect(page.getByText('The conversation of 12 March 2026 is recorded.')).toBeVisible();
  });

  await test.step('it is still said, and asks no more', async () => {
    await expect(page.getByText(/Item 9 was answered “Several days” on 12 March 2026\./)).toBeVisible();
    await expect(
      page.getByText('You talked about it on 12 March 2026, and ask again on 15 March 2026.'),
    ).toBeVisible();
    await expect(pleaseLook(page)).toHaveCount(0);
  });

  await test.step('on that day it asks again, and the last plan stands beside', async () => {
    await goOnTo(page, '2026-03-14');
    await reopen(page, 'Fern-12');
    await expect(pleaseLook(page)).toHaveCount(0);
    await goOnTo(page, '2026-03-15');
    await reopen(page, 'Fern-12');
    await expect(pleaseLook(page)).toHaveCount(1);
    await page.getByRole('link', { name: 'Record the conversation' }).click();
    await expect(page.getByRole('heading', { name: 'The plan of 12 March 2026' })).toBeVisible();
    await expect(page.getByText('Calls her sister first, then the line.').first()).toBeVisible();
  });

  await test.step('what was recorded is put right, and deleted with a reason; without it the answer asks', async () => {
    await page.getByRole('button', { name: 'Correct', exact: true }).click();
    await expect(page.getByText('You are putting right what you recorded of 12 March 2026.')).toBeVisible();
    await expect(said(page)).toHaveValue('At night, no plan. Would not, for the children.');
    await page.getByLabel('Who was told').fill('The GP, by phone.');
    await page.getByRole('button', { name: 'Save the correction' }).click();
    await expect(page.getByText('The conversation of 12 March 2026 is recorded.')).toBeVisible();
    await page.getByRole('button', { name: 'More about this client' }).click();
    await page.getByRole('menuitem', { name: 'Record the conversation' }).click();
    const earlier = page.getByRole('article');
    await expect(earlier).toHaveCount(1);
    await expect(earlier).toContainText('The GP, by phone.');
    await expect(earlier).toContainText('Put right later');
    await earlier.getByRole('button', { name: 'Delete' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(dialog.getByText('Choose a reason: the record keeps it.')).toBeVisible();
    await dialog.getByText('Written down by mistake').click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByText('The conversation of 12 March 2026 is deleted.')).toBeVisible();
    await page.getByRole('link', { name: 'Fern-12' }).click();
    await expect(pleaseLook(page)).toHaveCount(1);
  });
});

test('what is typed into the record of a conversation outlives a reload and a lock', async ({
  page,
  app,
}) => {
  test.setTimeout(240_000);
  await page.goto(app);
  await makeVaultQuickly(page, passphrase);
  await goToClients(page);
  await addClient(page, 'Ash-3');
  await page.getByRole('button', { name: 'More about this client' }).click();
  await page.getByRole('menuitem', { name: 'Record the conversation' }).click();

  await test.step('a reload half a second after the last key', async () => {
    await said(page).fill('That it is too much.');
    await page.waitForTimeout(600);
    await isSaved(page);
    await page.reload();
    await unlock(page, passphrase);
    await openClient(page, 'Ash-3');
    await expect(page.getByText('You began to record a conversation and have not finished.')).toBeVisible();
    await page.getByRole('link', { name: 'Go on' }).click();
    await expect(page.getByText('You began this before.')).toBeVisible();
    await expect(said(page)).toHaveValue('That it is too much.');
  });

  await test.step('a lock right after it', async () => {
    await page.getByLabel('Means within reach').pressSequentially('Tablets at home.');
    await lock(page);
    await unlock(page, passphrase);
    await openClient(page, 'Ash-3');
    await page.getByRole('link', { name: 'Go on' }).click();
    await expect(page.getByLabel('Means within reach')).toHaveValue('Tablets at home.');
  });

  await test.step('discarding takes it away, and an undo brings it back', async () => {
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect(page.getByText('What was typed is discarded.')).toBeVisible();
    await expect(page.getByText('You began to record')).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('You began to record')).toBeVisible();
  });
});

test('a change of course by keyboard, its undo, its review, and the change after it', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  await addClient(page, 'Reed-5');
  await addTotal(page, 'GAD-7', '2026-03-05', 16);
  await addTotal(page, 'GAD-7', exampleDay, 15);

  await test.step('what is in the way, from what to what, what should move by when', async () => {
    await page.getByRole('button', { name: 'More about this client' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Change course' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'Change course' })).toBeVisible();
    await page.getByRole('checkbox', { name: /^Fit of the technique/ }).press('Space');
    await page.getByLabel('In your own words').fill('Practises daily; the fear stays.');
    await page.getByLabel('From', { exact: true }).selectOption({ label: 'Mindfulness' });
    await page.getByLabel('To', { exact: true }).selectOption({ label: 'Exposure' });
    await expect(page.getByLabel('What', { exact: true })).toHaveValue('measure/gad-7/self');
    await expect(page.getByRole('radio', { name: 'Lower' })).toBeChecked();
    await expect(page.getByLabel('By which day')).toHaveValue('2026-04-09');
    await page.getByRole('radio', { name: 'Agreed', exact: true }).press('Space');
    await expect(page.getByLabel('On the chart')).toHaveValue('Exposure');
    await expectAccessible(page, 'changing course');
  });

  await test.step('a word that clients are not shown is named', async () => {
    await page.getByLabel('Wording for the client').fill('You have not recovered yet.');
    await expect(page.getByText('“recovered” is a word that clients are not shown.')).toBeVisible();
    await page.getByLabel('Wording for the client').fill('We meet what you avoid, step by step.');
    await expect(page.getByText('is a word that clients are not shown')).toHaveCount(0);
  });

  await test.step('a day to come is refused, one before the course too', async () => {
    await page.getByLabel('Day of the change').fill('2026-03-20');
    await page.getByRole('button', { name: 'Save the change' }).press('Enter');
    await expect(page.getByText('This day lies ahead.')).toBeVisible();
    await expect(page.getByLabel('Day of the change')).toBeFocused();
    await page.getByLabel('Day of the change').fill('2026-03-01');
    await expect(page.getByText('The course began on 5 March 2026.')).toBeVisible();
    await page.getByLabel('Day of the change').fill(exampleDay);
    await page.getByRole('button', { name: 'Save the change' }).press('Enter');
    await expect(page.getByText('From 12 March 2026: Exposure.')).toBeVisible();
  });

  await test.step('an undo takes it back and leaves the form as it was', async () => {
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await page.getByRole('link', { name: 'Go on' }).press('Enter');
    await expect(page.getByLabel('In your own words')).toHaveValue('Practises daily; the fear stays.');
    await page.getByRole('button', { name: 'Save the change' }).press('Enter');
    await expect(page.getByText('From 12 March 2026: Exposure.')).toBeVisible();
  });

  await test.step('four weeks later it asks what is decided', async () => {
    await goOnTo(page, '2026-04-08');
    await reopen(page, 'Reed-5');
    await expect(page.getByRole('article', { name: 'Review due' })).toHaveCount(0);
    await goOnTo(page, '2026-04-09');
    await reopen(page, 'Reed-5');
    const due = page.getByRole('article', { name: 'Review due' });
    await expect(due).toContainText(
      '“Exposure” began on 12 March 2026. You wanted to see GAD-7 lower by 9 April 2026.',
    );
    await due.getByRole('button', { name: 'Decide about it' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Exposure: what do you decide?' });
    await dialog.getByRole('button', { name: 'Keep this decision' }).press('Enter');
    await expect(dialog.getByText('Choose one of the three.')).toBeVisible();
    await dialog.getByRole('radio', { name: /^Keep it/ }).press('Space');
    await expect(dialog.getByLabel('Look again on')).toHaveValue('2026-05-07');
    await dialog.getByLabel('Why').fill('Two steps done, more to come.');
    await expectAccessible(page, 'deciding about a change');
    await dialog.getByRole('button', { name: 'Keep this decision' }).press('Enter');
    await expect(page.getByText('“Exposure” is kept.')).toBeVisible();
    await expect(due).toHaveCount(0);
  });

  await test.step('and then it is changed again: decided when the next change is saved', async () => {
    await goOnTo(page, '2026-05-07');
    await reopen(page, 'Reed-5');
    const due = page.getByRole('article', { name: 'Review due' });
    await due.getByRole('button', { name: 'Decide about it' }).click();
    await page.getByRole('dialog').getByText('Change again').click();
    await page.getByRole('button', { name: 'Go on to the change' }).click();
    await expect(page.getByText('It follows “Exposure”')).toBeVisible();
    await expect(page.getByLabel('From', { exact: true })).toHaveValue('exposure');
    await page.getByLabel('To', { exact: true }).selectOption({ label: 'Something else…' });
    await page.getByLabel('Its name').fill('Worry time');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('On the chart')).toHaveValue('Worry time');
    await page.getByRole('button', { name: 'Save the change' }).click();
    await expect(page.getByText('From 7 May 2026: Worry time.')).toBeVisible();
    await expect(due).toHaveCount(0);
  });

  await test.step('one is put right, another deleted with a reason', async () => {
    await page.getByRole('button', { name: 'More about this client' }).click();
    await page.getByRole('menuitem', { name: 'Change course' }).click();
    await expect(page.getByText('Changed again on 7 May 2026')).toBeVisible();
    await page.getByRole('button', { name: 'Actions for Worry time' }).click();
    await page.getByRole('menuitem', { name: 'Correct' }).click();
    await expect(page.getByText('You are putting right a change that is in the record.')).toBeVisible();
    await page.getByLabel('On the chart').fill('Worry, at five');
    await page.getByRole('button', { name: 'Save the correction' }).click();
    await expect(page.getByText('From 7 May 2026: Worry, at five.')).toBeVisible();
    await page.getByRole('button', { name: 'More about this client' }).click();
    await page.getByRole('menuitem', { name: 'Change course' }).click();
    await expect(page.getByText('Worry time', { exact: true }).filter({ visible: true })).toHaveCount(0);
    await page.getByRole('button', { name: 'Actions for Exposure' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByText('Entered twice').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByText('“Exposure” is deleted.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Actions for Exposure' })).toHaveCount(0);
  });
});

test('what got worse: looked at, put off, not relevant because; an answer keeps what was seen', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  await addClient(page, 'Moss-8');
  await addTotal(page, 'GAD-7', '2026-03-05', 8);
  await addTotal(page, 'GAD-7', exampleDay, 15);
  const prompt = page.getByRole('article', { name: 'Worse' });

  await test.step('one prompt is open, with its rule, its numbers, its source and its limits', async () => {
    await expect(page.getByRole('heading', { name: 'What waits' })).toBeVisible();
    await expect(prompt).toHaveCount(1);
    await expect(prompt).toContainText('GAD-7 is worse than at the baseline on 5 March 2026');
    await prompt.getByText('Rule, numbers and limits').click();
    await expect(prompt.getByRole('heading', { name: 'Rule' })).toBeVisible();
    await expect(prompt.getByRole('heading', { name: 'What it does not say' })).toBeVisible();
    await expectAccessible(page, 'a client with a prompt');
  });

  await test.step('not relevant asks for a reason', async () => {
    await prompt.getByRole('button', { name: 'Not relevant because…' }).press('Enter');
    await expect(prompt.getByLabel('Why it is not relevant')).toBeFocused();
    await prompt.getByRole('button', { name: 'Keep this answer' }).press('Enter');
    await expect(prompt.getByText('Say why: the record keeps it.')).toBeVisible();
    await prompt.getByLabel('Why it is not relevant').fill('A fire in the house that week');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Kept: not relevant.')).toBeVisible();
    await expect(prompt).toHaveCount(0);
    await page.getByText('Answered (1)').click();
    await expect(page.getByText('Not relevant: A fire in the house that week')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect(prompt).toHaveCount(1);
  });

  await test.step('later is until tomorrow', async () => {
    await prompt.getByRole('button', { name: 'Later' }).press('Enter');
    await expect(prompt).toHaveCount(0);
    await goOnTo(page, '2026-03-13');
    await reopen(page, 'Moss-8');
    await expect(prompt).toHaveCount(1);
  });

  await test.step('discussed, with what is in the way and nothing changed', async () => {
    await prompt.getByRole('button', { name: 'Change course…' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'What is in the way?' });
    await dialog.getByRole('checkbox', { name: /^Homework/ }).press('Space');
    await dialog.getByLabel('In your own words').fill('No time to practise');
    await expectAccessible(page, 'what is in the way');
    await dialog.getByRole('button', { name: 'Discussed, nothing changed yet' }).press('Enter');
    await expect(page.getByText('Kept: discussed with the client.')).toBeVisible();
    await page.getByText('Answered (2)').click();
    await expect(page.getByText('Discussed with the client: No time to practise')).toBeVisible();
    await expect(page.getByText('In the way: Homework.')).toBeVisible();
    await expect(page.getByText('What it was about has changed since.')).toHaveCount(0);
  });

  await test.step('a score that is put right takes the reason away, not the answer', async () => {
    await chooseFor(page, /12 Mar 2026/, 'Correct');
    await page.getByLabel('Total', { exact: true }).fill('9');
    await page.getByRole('button', { name: 'Look at it before saving' }).click();
    await page.getByRole('button', { name: 'Save the correction' }).click();
    await isBack(page);
    await page.getByText('Answered (2)').click();
    await expect(page.getByText('GAD-7 is worse than at the baseline on 5 March 2026')).toHaveCount(2);
    await expect(page.getByText('What it was about has changed since.')).toHaveCount(2);
    await expectAccessible(page, 'answered prompts');
  });
});

test('not better at session 4: what is in the way, one change, and the prompt is answered', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  const rows = [16, 16, 15, 15].map((total, index) => `Vale-2,${String(index + 1)},${String(total)}`);
  await chooseFile(page, csvFile(['client,session,GAD-7', ...rows].join('\n')));
  await check(page);
  await write(page);
  await openClient(page, 'Vale-2');

  const prompt = page.getByRole('article', { name: 'Early check' });
  await expect(prompt).toContainText('Session 4: GAD-7');
  await prompt.getByRole('button', { name: 'Change course…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'What is in the way?' });
  await dialog.getByRole('checkbox', { name: /^Fit of the technique/ }).press('Space');
  await dialog.getByRole('button', { name: 'Choose one change' }).press('Enter');

  await expect(page.getByText('It answers this:')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^Fit of the technique/ })).toBeChecked();
  await expect(page.getByLabel('What', { exact: true })).toHaveValue('measure/gad-7/self');
  await expect(page.getByLabel('After session'), 'its scores have no days').toHaveValue('4');
  await page.getByRole('link', { name: 'Vale-2' }).click();
  await expect(prompt, 'who breaks off has answered nothing').toHaveCount(1);
  await page.getByRole('link', { name: 'Go on' }).click();
  await page.getByLabel('From', { exact: true }).selectOption({ label: 'Mindfulness' });
  await page.getByLabel('To', { exact: true }).selectOption({ label: 'Exposure' });
  await page.getByRole('button', { name: 'Save the change' }).click();
  await expect(page.getByText('After session 4: Exposure.')).toBeVisible();
  await expect(prompt).toHaveCount(0);
  await page.getByText('Answered (1)').click();
  await expect(page.getByText('In the way: Fit of the technique.')).toBeVisible();
});
