// The loop in one go, as one therapist goes through it: collect, look, discuss, change, see what the change did. In a sealed vault,
// which is locked and opened again at the end.
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { addSession, goToPlan, planMeasure } from './support/plan.ts';
import {
  addClient,
  addTotal,
  goToClients,
  goToToday,
  isSaved,
  listRow,
  lock,
  makeVaultQuickly,
  openClient,
  unlock,
} from './support/practice.ts';
import { isPreview, isShown } from './support/share.ts';
import { expect, test } from './support/test.ts';

test.use({ actionTimeout: 20_000 });

const passphrase = 'four quiet ferries cross before breakfast';
const heron = 'Heron-4';
const tern = 'Tern-9';

const prompt = (page: Page, title: string): Locator => page.getByRole('article', { name: title });

async function openVaultOn(page: Page, app: string, day: string): Promise<void> {
  await page.clock.install({ time: new Date(`${day}T10:00:00Z`) });
  await page.goto(app);
  await makeVaultQuickly(page, passphrase);
  await goToClients(page);
}

/** The day that the page believes in, from the next page on. */
async function goOnTo(page: Page, day: string, label: string): Promise<void> {
  await page.clock.setSystemTime(new Date(`${day}T10:00:00Z`));
  await openClient(page, label);
}

/** A session with its GAD-7 before it began. */
async function addSessionWith(page: Page, day: string, number: number, total: number): Promise<void> {
  await addTotal(page, 'GAD-7', day, total);
  await addSession(page, { day, number });
}

test('an anxious client does not get better with mindfulness; at session 4 the course is changed to exposure, and the chart shows what happened', async ({
  page,
  app,
}) => {
  test.setTimeout(360_000);
  await openVaultOn(page, app, '2026-02-02');
  await addClient(page, heron);

  await test.step('collect: mindfulness, a GAD-7 at every session', async () => {
    await goToPlan(page);
    await page.getByRole('checkbox', { name: 'Mindfulness' }).check();
    await planMeasure(page, 'GAD-7', { primary: true });
    await expect(page.getByRole('link', { name: 'Add a score of GAD-7: due today' })).toBeVisible();
    await page.getByRole('link', { name: heron }).click();
    await addSessionWith(page, '2026-01-12', 1, 15);
    await addSessionWith(page, '2026-01-19', 2, 16);
    await addSessionWith(page, '2026-01-26', 3, 14);
    await addTotal(page, 'GAD-7', '2026-02-02', 15);
    await expect(prompt(page, 'Early check'), 'three sessions say nothing yet').toHaveCount(0);
    await addSession(page, { day: '2026-02-02', number: 4 });
    await expect(page.getByRole('link', { name: 'Add a score of GAD-7: due today' })).toHaveCount(0);
  });

  await test.step('look: the prompt of session 4, with rule, numbers, source and limits', async () => {
    await expect(page.locator('.sentence')).toContainText('No difference from 12 January 2026 (15 → 15)');
    await expect(prompt(page, 'Early check')).toContainText('Session 4: GAD-7');
    await prompt(page, 'Early check').getByText('Rule, numbers and limits').click();
    await expect(prompt(page, 'Early check')).toContainText('Delgadillo et al. 2014');
    await expect(prompt(page, 'Early check')).toContainText('after session 6');
    await goToToday(page);
    await expect(page.getByRole('main')).toContainText('Early check');
    await page.getByRole('main').getByRole('link', { name: heron }).first().click();
  });

  await test.step('discuss: what is in the way; change: from mindfulness to exposure', async () => {
    await prompt(page, 'Early check').getByRole('button', { name: 'Change course…' }).click();
    const dialog = page.getByRole('dialog', { name: 'What is in the way?' });
    await dialog.getByRole('checkbox', { name: /^Fit of the technique/ }).check();
    await dialog.getByLabel('In your own words').fill('Practises daily, still avoids every lift.');
    await dialog.getByRole('button', { name: 'Choose one change' }).click();
    await expect(page.getByLabel('In your own words')).toHaveValue(
      'Practises daily, still avoids every lift.',
    );
    await page.getByLabel('From', { exact: true }).selectOption({ label: 'Mindfulness' });
    await page.getByLabel('To', { exact: true }).selectOption({ label: 'Exposure' });
    await expect(page.getByLabel('What', { exact: true })).toHaveValue('measure/gad-7/self');
    await page.getByRole('radio', { name: 'Agreed', exact: true }).check();
    await page.getByLabel('By which day').fill('2026-03-16');
    await page.getByLabel('Wording for the client').fill('We meet lifts, step by step');
    await page.getByRole('button', { name: 'Save the change' }).click();
    await expect(page.getByText('From 2 February 2026: Exposure.')).toBeVisible();
    await expect(prompt(page, 'Early check')).toHaveCount(0);
    await page.getByText('Answered (1)').click();
    await expect(page.getByText('In the way: Fit of the technique.')).toBeVisible();
    const change = page.getByRole('article', { name: '2 February 2026: Exposure' });
    await expect(change).toContainText('too few points to compare. 4 scores before, 0 scores after');
  });

  await test.step('six weeks later the change comes back, and the first screen says so', async () => {
    await goOnTo(page, '2026-03-16', heron);
    for (const [index, total] of [13, 10, 8, 7, 5, 5].entries()) {
      const day = new Date(Date.UTC(2026, 1, 9 + 7 * index)).toISOString().slice(0, 10);
      await addSessionWith(page, day, 5 + index, total);
    }
    await goToToday(page);
    await expect(page.getByRole('main')).toContainText('Review due today: Exposure');
    await page.getByRole('main').getByRole('link', { name: heron }).first().click();
  });

  await test.step('see: the phases compared, and that it proves nothing', async () => {
    const change = page.getByRole('article', { name: '2 February 2026: Exposure' });
    await expect(change).toContainText('Mindfulness → Exposure');
    // Before: 15, 16, 14, 15; after: 13, 10, 8, 7, 5, 5. All 24 pairs improved.
    await expect(change).toContainText(
      'GAD-7: better after the change. Median 15 before (4 scores), 7.5 after (6 scores).',
    );
    await expect(change).toContainText(/NAP 1\.00 \(95% interval 0\.\d\d to 1\.00\)/);
    await expect(change).toContainText('A pattern, not proof of cause.');
    const points = page.locator('figure [aria-live=polite]');
    await page.getByRole('application', { name: /^Chart of/ }).focus();
    await page.keyboard.press('Home');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
    await expect(points).toHaveText(/^2 Feb 2026 .* Phase: Mindfulness$/);
    await page.keyboard.press('ArrowRight');
    await expect(points).toHaveText(/^9 Feb 2026 .* Phase: Exposure$/);
    await expectAccessible(page, 'the client whose course was changed');
  });

  await test.step('decide: keep it, and say when to look again', async () => {
    await page.getByRole('article', { name: 'Review due' }).getByRole('button', { name: 'Decide' }).click();
    const dialog = page.getByRole('dialog', { name: 'Exposure: what do you decide?' });
    await dialog.getByRole('radio', { name: /^Keep it/ }).check();
    await dialog.getByLabel('Why').fill('Rides the lift alone.');
    await dialog.getByRole('button', { name: 'Keep this decision' }).click();
    await expect(page.getByRole('article', { name: 'Review due' })).toHaveCount(0);
    await expect(page.getByRole('article', { name: '2 February 2026: Exposure' })).toContainText(
      'Rides the lift alone.',
    );
  });

  await test.step('discuss: what the client is shown has their words, and nothing else', async () => {
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('s');
    await isPreview(page);
    await page.keyboard.press('s');
    await isShown(page);
    await expect(page.locator('body')).toContainText('Your score has gone down from 15 to 5');
    await expect(page.locator('body')).toContainText('We meet lifts, step by step');
    const all = await page.evaluate(() => `${document.title} ${document.documentElement.outerHTML}`);
    for (const word of [heron, 'still avoids', 'Fit of the technique', 'Exposure', 'Rides the lift'])
      expect(all, word).not.toContain(word);
    await page.keyboard.press('Escape');
    await isPreview(page);
  });

  await test.step('after a lock everything is there', async () => {
    await page.getByRole('link', { name: heron }).click();
    await isSaved(page);
    await lock(page);
    await unlock(page, passphrase);
    await openClient(page, heron);
    await expect(page.getByRole('article', { name: '2 February 2026: Exposure' })).toContainText(
      'GAD-7: better after the change.',
    );
    await page.getByText('Answered (1)').click();
    await expect(page.getByText(/Practises daily, still avoids every lift/).first()).toBeVisible();
  });
});

test('a client gets worse while the total stays below the cut-off: it is asked, and again only when it is worse still', async ({
  page,
  app,
}) => {
  test.setTimeout(240_000);
  await openVaultOn(page, app, '2026-02-02');
  await addClient(page, tern);
  await addTotal(page, 'PHQ-9', '2026-01-05', 1);
  await addTotal(page, 'PHQ-9', '2026-01-12', 3);
  await expect(prompt(page, 'Worse')).toHaveCount(0);
  await addTotal(page, 'PHQ-9', '2026-01-19', 8);

  await test.step('seven points on, below ten: worse all the same', async () => {
    await expect(page.locator('.sentence')).toContainText('Up 7 points since 5 January 2026 (1 → 8)');
    await expect(prompt(page, 'Worse')).toContainText(
      'PHQ-9 is worse than at the baseline on 5 January 2026',
    );
    await prompt(page, 'Worse').getByRole('button', { name: 'Discussed with the client' }).click();
    await expect(prompt(page, 'Worse')).toHaveCount(0);
  });

  await test.step('the same score a week later asks nothing more; a higher one does', async () => {
    await goOnTo(page, '2026-02-09', tern);
    await addTotal(page, 'PHQ-9', '2026-02-02', 8);
    await expect(prompt(page, 'Worse')).toHaveCount(0);
    await addTotal(page, 'PHQ-9', '2026-02-09', 9);
    await expect(prompt(page, 'Worse')).toHaveCount(1);
    await goToClients(page);
    await expect(listRow(page, tern)).toContainText('PHQ-9 reliably worse since 19 Jan 2026');
  });
});
