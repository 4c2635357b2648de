// What a therapist writes down as plan with a client, at the end of sessions and once for the practice; a vault is locked and
// opened again in between, and everything is there.
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { exampleDay, lookAroundOnKnownDay, openExample } from './support/example.ts';
import {
  addAttainmentGoal,
  addGoalOfTen,
  addProblem,
  addSession,
  answerCheckOut,
  goToPlan,
  planMeasure,
  rateGoal,
  writeConsent,
  writeLifeEvent,
} from './support/plan.ts';
import {
  addClient,
  goToClients,
  goToSettings,
  isSaved,
  lock,
  makeVaultQuickly,
  openClient,
  unlock,
} from './support/practice.ts';
import { expect, test } from './support/test.ts';

const passphrase = 'seven herons argue under the tin bridge';
const wren = 'Wren-12';
const orchard = 'Example: Orchard 05';
const sleep = 'Sleep through five nights of seven';
const letters = 'Open my letters';
const longText = 'x'.repeat(4_000);
const tooLong = /^That is 4,000 characters; there is room for \d+\. Shorten it\.$/;

const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const dialog = (page: Page): Locator => page.getByRole('dialog');
const toast = (page: Page): Locator => page.getByRole('status').filter({ hasText: 'Undo' });
const undo = (page: Page): Promise<void> => page.getByRole('button', { name: 'Undo' }).click();

const act = async (page: Page, menu: string | RegExp, item: string): Promise<void> => {
  await page.getByRole('button', { name: menu }).first().click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};

test.use({ actionTimeout: 15_000 });

test('a plan, its goals, sessions with their check-outs, consent and a life event outlast a lock', async ({
  page,
  app,
}) => {
  test.setTimeout(240_000);
  await page.clock.install({ time: new Date(`${exampleDay}T10:00:00Z`) });
  await page.goto(app);
  await makeVaultQuickly(page, passphrase);
  await goToClients(page);
  await addClient(page, wren);
  await expect(region(page, 'Plan')).toContainText('Nothing is written down yet');

  await test.step('problems and goals in the client’s words', async () => {
    await goToPlan(page);
    await addProblem(page, 'I lie awake until three.');
    await addProblem(page, 'I do not open my letters.');
    await act(page, 'Actions for the problem I lie awake until three.', 'Change');
    await page.getByLabel('Problem, in the client’s words').fill('I lie awake until four.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(region(page, 'Problems')).toContainText('I lie awake until four.');
    await act(page, 'Actions for the problem I do not open my letters.', 'Close');
    await expect(region(page, 'Problems')).toContainText('Closed (1)');
    await addGoalOfTen(page, sleep, 8);
    await addAttainmentGoal(page, letters, {
      'Less than expected (−1)': 'one letter a week',
      'As expected (0)': 'all within a week',
    });
    await rateGoal(page, sleep, '4');
    await rateGoal(page, letters, '−1');
    await expect(region(page, 'Goals')).toContainText('4 of 10 today · target 8');
    await expect(region(page, 'Goals')).toContainText('−1 today · one letter a week');
  });

  await test.step('a rating of another day, put right, deleted with a reason and taken back', async () => {
    await act(page, `Actions for the goal ${sleep}`, 'Rate for another day');
    await dialog(page).getByLabel('Day').fill('2026-03-05');
    await dialog(page).getByText('2', { exact: true }).click();
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('list', { name: 'Last ratings' })).toHaveText(
      /2\s*5 Mar 2026\s*4\s*12 Mar 2026/,
    );
    await page.getByText('All ratings (2)').click();
    await act(page, 'Actions for the rating 2 of 10 of 5 Mar 2026', 'Correct');
    await dialog(page).getByText('3', { exact: true }).click();
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await expect(region(page, 'Goals')).toContainText('3 of 10 on 5 Mar 2026');
    await act(page, 'Actions for the rating 3 of 10 of 5 Mar 2026', 'Delete');
    await dialog(page).getByRole('button', { name: 'Delete' }).click();
    await expect(dialog(page)).toContainText('Choose a reason');
    await dialog(page).getByText('Written down by mistake').click();
    await dialog(page).getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByText('All ratings (1)').first()).toBeVisible();
    await undo(page);
    await expect(page.getByText('All ratings (2)')).toBeVisible();
  });

  await test.step('techniques, measures and prompts', async () => {
    await page.getByRole('checkbox', { name: 'Mindfulness' }).check();
    await planMeasure(page, 'PHQ-9', { primary: true });
    await planMeasure(page, 'GAD-7', { weeks: 4 });
    await expect(region(page, 'Measures planned')).toContainText('every 4 weeks');
    await page.getByRole('checkbox', { name: /^A goal stands still/ }).uncheck();
  });

  await test.step('measuring is explained, agreed to, withdrawn: what that stops is said', async () => {
    await writeConsent(page, 'Explained');
    await writeConsent(page, 'Agreed', 'gladly');
    await writeConsent(page, 'Withdrawn', 'for now');
    const measuring = region(page, 'Measuring with the client');
    await expect(measuring).toContainText('no prompt asks about missed measures');
    await expect(region(page, 'Measures planned')).toContainText(
      'Nothing is due while measuring is withdrawn.',
    );
    await measuring.getByText('What was written down').click();
    await expect(measuring.getByRole('listitem')).toHaveText([/^Withdrawn/, /^Agreed/, /^Explained/]);
  });

  await test.step('a life event is added, corrected, deleted and taken back', async () => {
    await writeLifeEvent(page, '2026-02-20', 'Her mother moved in.');
    await act(page, 'Actions for Her mother moved in.', 'Correct');
    await dialog(page).getByLabel('Day').fill('2026-02-21');
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await expect(region(page, 'Life events')).toContainText('21 Feb 2026');
    await act(page, 'Actions for Her mother moved in.', 'Delete');
    await dialog(page).getByText('Entered twice').click();
    await dialog(page).getByRole('button', { name: 'Delete' }).click();
    await expect(region(page, 'Life events')).not.toContainText('Her mother');
    await undo(page);
    await expect(region(page, 'Life events')).toContainText('Her mother moved in.');
    await expectAccessible(page, 'the plan');
  });

  await test.step('sessions and their check-outs', async () => {
    await page.getByRole('link', { name: wren, exact: true }).click();
    await addSession(page, { day: '2026-03-05' });
    await answerCheckOut(page, { heard: '8', topics: '7', way: '6', overall: '8' });
    await addSession(page, { day: '2026-03-10', attendance: 'cancelled' });
    await addSession(page, {});
    await answerCheckOut(page, { heard: '5', overall: '6' });
    const rows = region(page, 'Sessions').getByRole('row');
    await expect(rows).toHaveText([
      /Heard/,
      /^2\s*12 Mar 2026\s*5\s*–\s*–\s*6/,
      /10 Mar 2026\s*Cancelled/,
      /^1\s*5 Mar 2026\s*8\s*7\s*6\s*8/,
    ]);
    await expectAccessible(page, 'a client with plan and sessions');
  });

  await isSaved(page);
  await lock(page);
  await unlock(page, passphrase);
  await openClient(page, wren);

  await test.step('after a lock everything is there', async () => {
    const plan = region(page, 'Plan');
    for (const words of [
      'I lie awake until four.',
      '4 of 10 today · target 8',
      '−1 today · one letter a week',
      'In use: Mindfulness.',
      'Planned: PHQ-9, every session (primary); GAD-7, every 4 weeks.',
      'Measuring: withdrawn, 12 Mar 2026.',
    ])
      await expect(plan).toContainText(words);
    await expect(plan).not.toContainText('I do not open my letters.');
    await expect(region(page, 'Sessions').getByRole('row')).toHaveCount(4);
    await rateGoal(page, sleep, '5');
    await undo(page);
    await expect(plan).toContainText('4 of 10 today');
    await goToPlan(page);
    await expect(region(page, 'Life events')).toContainText('21 Feb 2026');
    await expect(page.getByRole('checkbox', { name: /^A goal stands still/ })).not.toBeChecked();
    await expect(page.getByText('All ratings (2)')).toBeVisible();
  });

  await test.step('a goal and a measure go, and come back', async () => {
    await act(page, `Actions for the goal ${letters}`, 'Remove');
    await expect(region(page, 'Goals')).not.toContainText(letters);
    await undo(page);
    await expect(region(page, 'Goals')).toContainText('−1 today');
    await act(page, 'Actions for PHQ-9', 'Do not plan it any more');
    await expect(region(page, 'Measures planned')).not.toContainText('PHQ-9');
    await undo(page);
    await expect(region(page, 'Measures planned')).toContainText('primary');
  });
});

test('what cannot be is said in a sentence, and nothing is changed', async ({ page, app }) => {
  test.setTimeout(120_000);
  await lookAroundOnKnownDay(page, app);
  await openExample(page, orchard);

  await test.step('sessions', async () => {
    await page.getByRole('button', { name: 'Add a session' }).click();
    const number = dialog(page).getByLabel('Number of the session');
    const day = dialog(page).getByLabel('Day');
    await expect(day).toHaveValue(exampleDay);
    const suggested = Number(await number.inputValue());
    const tryToSave = (): Promise<void> => dialog(page).getByRole('button', { name: 'Save' }).click();
    await number.fill(String(suggested - 1));
    await tryToSave();
    await expect(dialog(page)).toContainText(`There is a session ${String(suggested - 1)} already, on`);
    await expectAccessible(page, 'a session that cannot be');
    await number.fill('0');
    await expect(dialog(page)).toContainText('Type a whole number from 1 on.');
    await number.fill(String(suggested));
    await day.fill('2026-03-13');
    await expect(dialog(page)).toContainText('This day has not come yet.');
    await day.fill('0206-03-12');
    await expect(dialog(page)).toContainText('Check the year');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Check-out of session/ }).click();
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await expect(dialog(page)).toContainText('Nothing is answered yet.');
    await expectAccessible(page, 'a check-out');
    await page.keyboard.press('Escape');
  });

  await test.step('the plan', async () => {
    await goToPlan(page);
    await page.getByRole('button', { name: 'Add a problem' }).click();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByText('Write the problem down first.')).toBeVisible();
    await page.getByLabel('Problem, in the client’s words').fill(longText);
    await expect(page.getByText(tooLong)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(region(page, 'Problems')).toContainText('None yet.');

    await page.getByRole('button', { name: 'Add a goal' }).click();
    await dialog(page).getByLabel('Counts as met from').fill('11');
    await dialog(page).getByRole('button', { name: 'Add' }).click();
    await expect(dialog(page)).toContainText('Write the goal down first.');
    await expect(dialog(page)).toContainText('Type a whole number from 1 to 10.');
    await dialog(page)
      .getByRole('radio', { name: /^Goal attainment scaling/ })
      .check();
    await expect(dialog(page)).toContainText('Describe at least what is expected');
    await expectAccessible(page, 'a goal that cannot be');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Plan a measure' }).click();
    await dialog(page).getByRole('button', { name: 'Add' }).click();
    await expect(dialog(page)).toContainText('Choose a measure.');
    await dialog(page).getByLabel('How often').selectOption({ label: 'every so many sessions' });
    for (const wrong of ['0', '1000', '']) {
      await dialog(page).getByLabel('Sessions from one to the next').fill(wrong);
      await expect(dialog(page)).toContainText('Type a whole number from 1 to 52.');
    }
    await expectAccessible(page, 'a planned measure that cannot be');
    await page.keyboard.press('Escape');
    await expect(region(page, 'Measures planned')).toContainText('None yet.');

    await page.getByRole('button', { name: 'Add a life event' }).click();
    await dialog(page).getByLabel('Day').fill('2027-01-01');
    await dialog(page).getByRole('button', { name: 'Add' }).click();
    await expect(dialog(page)).toContainText('Write down what happened.');
    await expect(dialog(page)).toContainText('This day has not come yet.');
    await dialog(page).getByLabel('What happened').fill(longText);
    await expect(dialog(page).getByText(tooLong)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(region(page, 'Life events')).toContainText('None yet.');
    await page.getByRole('button', { name: /^Write it down/ }).click();
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await expect(dialog(page)).toContainText('Choose what happened.');
    await expectAccessible(page, 'measuring with the client');
    await page.keyboard.press('Escape');
    await expect(toast(page)).toHaveCount(0);
  });
});

test('the practice’s techniques, crisis contacts and the page that says why we measure', async ({
  page,
  app,
}) => {
  test.setTimeout(120_000);
  await lookAroundOnKnownDay(page, app);
  await goToSettings(page, 'Practice');

  await test.step('techniques: one’s own, another name, not offered', async () => {
    await page.getByRole('button', { name: 'Add a technique' }).click();
    await page.getByLabel('Name of the technique').fill('exposure');
    await page.keyboard.press('Enter');
    await expect(page.getByText('There is a technique of this name already.')).toBeVisible();
    await page.getByLabel('Name of the technique').fill('Schema work');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('checkbox', { name: 'Schema work' })).toBeChecked();
    await page.getByRole('button', { name: 'Rename EMDR' }).click();
    await page.getByLabel('Name of the technique').fill('Eye movements');
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'IPT' }).uncheck();
    await expectAccessible(page, 'settings, Practice');
  });

  await test.step('contacts: added, put in order, removed and taken back', async () => {
    const contacts = region(page, 'Crisis contacts');
    const added = contacts.getByRole('listitem').filter({ hasText: /Helpline|Doctor/ });
    await expect(contacts).toContainText('none is right everywhere');
    for (const [name, reach] of [
      ['Helpline', '0000'],
      ['Doctor on call', '1111'],
    ] as const) {
      await page.getByRole('button', { name: 'Add a contact' }).click();
      await dialog(page).getByLabel('Name').fill(name);
      await dialog(page).getByRole('button', { name: 'Add' }).click();
      await expect(dialog(page)).toContainText('Type how to reach them.');
      await dialog(page).getByLabel('How to reach them').fill(reach);
      await dialog(page).getByRole('button', { name: 'Add' }).click();
    }
    await expect(added).toHaveText([/Helpline/, /Doctor/]);
    await act(page, 'Actions for Doctor on call', 'Move up');
    await expect(added).toHaveText([/Doctor/, /Helpline/]);
    await act(page, 'Actions for Helpline', 'Remove');
    await expect(contacts).not.toContainText('0000');
    await undo(page);
    await expect(contacts).toContainText('0000');
  });

  await test.step('the page in one’s own words, and ours again', async () => {
    const text = page.getByLabel('Text of the page');
    await text.fill('');
    await region(page, 'Why we measure').getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('The page would be empty.')).toBeVisible();
    await text.fill('Why we ask\nTo see what helps you.');
    await region(page, 'Why we measure').getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('This is your own text.')).toBeVisible();
  });

  await test.step('all of it is there for a client, to be shown and printed', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Clients' }).click();
    await openExample(page, orchard);
    await goToPlan(page);
    const techniques = region(page, 'Techniques in use');
    await expect(techniques.getByRole('checkbox', { name: 'Eye movements' })).toBeVisible();
    await expect(techniques.getByRole('checkbox', { name: 'Schema work' })).toBeVisible();
    await expect(techniques.getByRole('checkbox', { name: 'IPT' })).toHaveCount(0);
    await page.getByRole('link', { name: 'Why we measure' }).first().click();
    await expect(page.getByRole('heading', { name: 'Why we ask' })).toBeVisible();
    const help = page.getByRole('main');
    await expect(help).toContainText('To see what helps you.');
    await expect(help).toContainText('Doctor on call: 1111');
    await expect(help, 'it says nothing about anybody').not.toContainText(orchard);
    await expectAccessible(page, 'why we measure');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
    await expect(page.getByRole('link', { name: 'Back to the plan' })).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Why we measure' })).toBeVisible();
    await page.emulateMedia({ media: null });
    await page.getByRole('link', { name: 'Back to the plan' }).click();
    await expect(page.getByRole('heading', { name: 'Goals' })).toBeVisible();
    await goToSettings(page, 'Practice');
    await page.getByRole('button', { name: 'Use our text again' }).click();
    await expect(page.getByText('This is our text, until you change it.')).toBeVisible();
    await expect(page.getByLabel('Text of the page')).toHaveValue(/^What it is for/);
  });
});

test('by the keyboard alone: a goal, its rating, a session and its check-out', async ({ page, app }) => {
  test.setTimeout(90_000);
  await lookAroundOnKnownDay(page, app);
  await openExample(page, orchard);
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = (): Locator => page.locator(':focus');

  await page.getByRole('link', { name: 'Write the plan' }).focus();
  await press('Enter');
  await page.getByRole('button', { name: 'Add a goal' }).focus();
  await press('Enter');
  await page.keyboard.type(sleep);
  // The way it is rated, the target.
  await press('Tab', 'Tab', 'Tab', 'Tab', 'Enter');
  await expect(focused(), 'focus comes back to what opened the form').toHaveText('Add a goal');
  const scale = page.getByRole('toolbar', { name: `Rate now: ${sleep}` });
  await scale.getByRole('button', { name: '0', exact: true }).focus();
  await press('6');
  await expect(scale.locator('[aria-pressed=true]')).toHaveText('6');
  await press('End', 'Enter');
  await expect(scale.locator('[aria-pressed=true]')).toHaveText('10');
  await press('Tab');
  await expect(scale.locator(':focus'), 'the scale is one stop').toHaveCount(0);

  await page.getByRole('button', { name: 'Add a problem' }).focus();
  await press('Enter');
  await page.keyboard.type('I lie awake.');
  await press('Tab', 'Enter');
  await expect(focused()).toHaveText('Add a problem');
  await page.getByRole('link', { name: orchard, exact: true }).focus();
  await press('Enter');
  await page.getByRole('button', { name: 'Add a session' }).focus();
  await press('Enter');
  await dialog(page).getByRole('button', { name: 'Save' }).focus();
  await press('Enter');
  await page.getByRole('button', { name: /^Check-out of session/ }).focus();
  await press('Enter');
  await press('8', '7', '9', '6');
  await expect(focused()).toHaveText('Save');
  await press('Enter');
  await expect(region(page, 'Sessions').getByRole('row').nth(1)).toHaveText(/12 Mar 2026\s*8\s*7\s*9\s*6/);
});
