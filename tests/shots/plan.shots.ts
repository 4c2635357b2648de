// The plan, sessions with their check-outs, the page that says why we measure, and the practice's lists: on a known day.
import type { Page } from '@playwright/test';
import { lookAroundOnKnownDay, openExample } from '../browser/support/example.ts';
import {
  addGoalOfTen,
  addAttainmentGoal,
  addProblem,
  addSession,
  answerCheckOut,
  goToPlan,
  planMeasure,
  rateGoal,
  writeConsent,
  writeLifeEvent,
} from '../browser/support/plan.ts';
import { goToSettings } from '../browser/support/practice.ts';
import { expect, test } from '../browser/support/test.ts';
import { shoot } from './shoot.ts';

const orchard = 'Example: Orchard 05';

const quiet = async (page: Page): Promise<void> => {
  const dismiss = page.getByRole('button', { name: 'Dismiss' });
  if ((await dismiss.count()) > 0) await dismiss.first().click();
};

test.describe('the plan', () => {
  test.setTimeout(240_000);

  test('empty, filled, its forms, and on the client’s page', async ({ page, app }) => {
    await lookAroundOnKnownDay(page, app);
    await openExample(page, orchard);
    await goToPlan(page);
    await shoot(page, 'plan-empty', { fullPage: true });
    await page.setViewportSize({ width: 1280, height: 800 });
    await addProblem(page, 'I lie awake until three and go over everything I said.');
    await addProblem(page, 'I do not open my letters any more.');
    await addGoalOfTen(page, 'Sleep through five nights of seven', 8);
    await addAttainmentGoal(page, 'Open my letters', {
      'Less than expected (−1)': 'I open one letter a week',
      'As expected (0)': 'I open all letters within a week',
      'More than expected (+1)': 'I open each on its day',
    });
    await rateGoal(page, 'Sleep through five nights of seven', '4');
    await rateGoal(page, 'Open my letters', '−1');
    await page.getByRole('checkbox', { name: 'Mindfulness' }).check();
    await planMeasure(page, 'PHQ-9', { primary: true });
    await planMeasure(page, 'GAD-7', { weeks: 4 });
    await writeConsent(page, 'Explained');
    await writeConsent(page, 'Agreed');
    await writeLifeEvent(page, '2026-02-20', 'Her mother moved in.');
    await quiet(page);
    await shoot(page, 'plan', { fullPage: true });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: 'Add a goal' }).click();
    await page.getByRole('radio', { name: /^Goal attainment scaling/ }).check();
    await shoot(page, 'plan-goal', { sizes: ['desktop', 'panel'] });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Plan a measure' }).click();
    await shoot(page, 'plan-measure', { sizes: ['desktop', 'panel'] });
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Why we measure' }).first().click();
    await expect(page.getByRole('heading', { name: 'Who sees it' })).toBeVisible();
    await shoot(page, 'plan-why', { fullPage: true });
    await page.goBack();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('link', { name: orchard, exact: true }).click();
    await addSession(page, { day: '2026-03-05' });
    await answerCheckOut(page, { heard: '8', topics: '7', way: '6', overall: '8' });
    await addSession(page, {});
    await quiet(page);
    await page.getByRole('button', { name: /^Check-out of session/ }).click();
    await page
      .getByRole('toolbar', { name: /listened to you/ })
      .getByText('7', { exact: true })
      .click();
    await shoot(page, 'check-out');
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: 'Add a session' }).click();
    await shoot(page, 'session', { sizes: ['desktop', 'panel'] });
    await page.keyboard.press('Escape');
    await shoot(page, 'client-with-plan', { fullPage: true });
  });

  test('the practice’s lists', async ({ page, app }) => {
    await lookAroundOnKnownDay(page, app);
    await goToSettings(page, 'Practice');
    await shoot(page, 'settings-practice', { fullPage: true });
  });
});
