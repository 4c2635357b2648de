// What a therapist writes down as plan and at the end of a session, as the steps taken on the screen.
import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

const dialog = (page: Page): Locator => page.getByRole('dialog');
const save = async (page: Page): Promise<void> => {
  await dialog(page)
    .getByRole('button', { name: /^(Save|Add)$/ })
    .click();
  await expect(dialog(page)).toHaveCount(0);
};

/** From a client's page. */
export async function goToPlan(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^(Write|Open) the plan$/ }).click();
  await expect(page.getByRole('heading', { name: 'Goals' })).toBeVisible();
}

export async function addProblem(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a problem' }).click();
  await page.getByLabel('Problem, in the client’s words').fill(words);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Problems' })).toContainText(words);
}

export async function addGoalOfTen(page: Page, words: string, target: number): Promise<void> {
  await page.getByRole('button', { name: 'Add a goal' }).click();
  await dialog(page).getByLabel('Goal, in the client’s words').fill(words);
  await dialog(page).getByLabel('Counts as met from').fill(String(target));
  await save(page);
}

/** Levels by their names on the screen. */
export async function addAttainmentGoal(
  page: Page,
  words: string,
  levels: Readonly<Record<string, string>>,
): Promise<void> {
  await page.getByRole('button', { name: 'Add a goal' }).click();
  await dialog(page).getByLabel('Goal, in the client’s words').fill(words);
  await dialog(page)
    .getByRole('radio', { name: /^Goal attainment scaling/ })
    .check();
  for (const [level, looks] of Object.entries(levels)) await dialog(page).getByLabel(level).fill(looks);
  await save(page);
}

/** On the plan or on the client's page: one touch of the scale. */
export async function rateGoal(page: Page, words: string, mark: string): Promise<void> {
  const scale = page.getByRole('toolbar', { name: `Rate now: ${words}` });
  await scale.getByText(mark, { exact: true }).click();
  await expect(scale.locator('[aria-pressed=true]')).toHaveText(mark);
}

export async function planMeasure(
  page: Page,
  measure: string,
  { weeks, primary = false }: { readonly weeks?: number; readonly primary?: boolean },
): Promise<void> {
  await page.getByRole('button', { name: 'Plan a measure' }).click();
  const select = dialog(page).getByLabel('Measure', { exact: true });
  const labels = await select.locator('option').allTextContents();
  const label = labels.map((each) => each.trim()).find((each) => each.startsWith(measure));
  if (label === undefined) throw new Error(`no measure begins with ${measure}`);
  await select.selectOption({ label });
  if (weeks !== undefined) {
    await dialog(page).getByLabel('How often').selectOption({ label: 'every so many weeks' });
    await dialog(page).getByLabel('Weeks from one to the next').fill(String(weeks));
  }
  await dialog(page)
    .getByRole('checkbox', { name: /primary/ })
    .setChecked(primary);
  await save(page);
}

export async function writeConsent(page: Page, state: string, note = ''): Promise<void> {
  await page.getByRole('button', { name: /^Write (it down|down a change)$/ }).click();
  await dialog(page).getByRole('radio', { name: state }).check();
  await dialog(page).getByLabel('A word about it').fill(note);
  await save(page);
  await expect(page.getByRole('region', { name: 'Measuring with the client' })).toContainText(`${state},`);
}

export async function writeLifeEvent(page: Page, day: string, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a life event' }).click();
  await dialog(page).getByLabel('What happened').fill(words);
  await dialog(page).getByLabel('Day').fill(day);
  await save(page);
  await expect(page.getByRole('region', { name: 'Life events' })).toContainText(words);
}

/** On the client's page. */
export async function addSession(
  page: Page,
  {
    day,
    number,
    attendance = 'came',
  }: { readonly day?: string; readonly number?: number; readonly attendance?: string },
): Promise<void> {
  await page.getByRole('button', { name: 'Add a session' }).click();
  if (day !== undefined) await dialog(page).getByLabel('Day').fill(day);
  await dialog(page).getByRole('radio', { name: attendance, exact: true }).check();
  if (number !== undefined) await dialog(page).getByLabel('Number of the session').fill(String(number));
  await save(page);
}

export type CheckOutMarks = Readonly<Partial<Record<'heard' | 'topics' | 'way' | 'overall', string>>>;

const questions = {
  heard: 'Did you feel that I listened to you today?',
  topics: 'Did we talk about what matters to you?',
  way: 'Does the way we work suit you?',
  overall: 'All in all, did today help you?',
} as const;

/** On the client's page: the check-out of the last session. */
export async function answerCheckOut(page: Page, marks: CheckOutMarks): Promise<void> {
  await page.getByRole('button', { name: /^Check-out of session/ }).click();
  for (const part of ['heard', 'topics', 'way', 'overall'] as const) {
    const mark = marks[part];
    if (mark === undefined) continue;
    await page
      .getByRole('toolbar', { name: questions[part] })
      .getByRole('button', { name: mark, exact: true })
      .click();
  }
  await save(page);
}
