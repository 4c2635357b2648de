// See what the change did: a client who was not getting better with mindfulness went over to exposure, and the page shows what
// the scores did then; and the practice's own figures, with everything they do not say.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { changedDay } from './harness/changed-practice.ts';
import { serveHarness, type Harness } from './harness/serve-harness.ts';
import { expectAccessible } from './support/accessible.ts';
import { goToClients } from './support/practice.ts';

let harness: Harness;
test.beforeAll(async () => {
  harness = await serveHarness('changed');
});
test.afterAll(() => harness.close());

async function openPractice(page: Page): Promise<void> {
  await page.clock.install({ time: new Date(`${changedDay}T10:00:00Z`) });
  await page.goto(harness.url);
  await expect(page.locator('html[data-ready]')).toBeAttached({ timeout: 60_000 });
  await goToClients(page);
}

async function openClient(page: Page, label: string): Promise<void> {
  await openPractice(page);
  await page.getByRole('tab', { name: /^All/ }).click();
  await page.getByRole('searchbox').fill(label);
  await page.getByRole('link', { name: label, exact: true }).click();
  await expect(page.getByRole('heading', { name: label })).toBeVisible();
}

const spoken = (page: Page): Locator => page.locator('figure [aria-live=polite]');
const change = (page: Page, heading: string): Locator => page.getByRole('article', { name: heading });

test('with mindfulness nothing moved, after exposure it did: the chart and the sentence say so, and that it is no proof', async ({
  page,
}) => {
  await openClient(page, 'Anna Birch');

  await test.step('each point is in a phase, the score of the day of the change in the one before', async () => {
    await page.getByRole('application', { name: /^Chart of/ }).focus();
    await page.keyboard.press('Home');
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
    await expect(spoken(page)).toHaveText(/^26 Jan 2026 .* Phase: Mindfulness$/);
    await page.keyboard.press('ArrowRight');
    await expect(spoken(page)).toHaveText(/^2 Feb 2026 .* Phase: Exposure$/);
  });

  await test.step('what was decided, what came of it, and what the scores did', async () => {
    const article = change(page, '26 January 2026: Exposure');
    await expect(article).toContainText('Mindfulness → Exposure');
    await expect(article).toContainText('PHQ-9 down, by 9 March 2026');
    await expect(article).toContainText('9 March 2026: keep. She goes by train again.');
    await expect(article).toContainText(
      'PHQ-9: better after the change. Median 16.5 before (4 scores), 8 after (8 scores).',
    );
    await expect(article).toContainText(/NAP 1\.00 \(95% interval 0\.\d\d to 1\.00\)/);
    await expect(article).toContainText('A pattern, not proof of cause.');
    await article.getByText('Other measures, and every figure').click();
    await expect(article).toContainText('GAD-7: better after the change.');
    await expect(article.getByRole('row', { name: /Tau-U \(can exceed 1\)/ }).first()).toBeVisible();
    await expect(article).toContainText('this app’s own plain reading, not a published threshold');
  });

  await test.step('the table has the phases too', async () => {
    await page.getByText('Table', { exact: true }).click();
    await expect(page.getByRole('row', { name: /^26 Jan 2026/ }).first()).toContainText('Mindfulness');
    await expect(page.getByRole('row', { name: /^2 Feb 2026/ }).first()).toContainText('Exposure');
    await expect(page.getByText('Life event: New job')).toBeVisible();
    await page.getByText('Chart', { exact: true }).click();
  });

  await test.step('the average of others only where it is asked for, with what it is not', async () => {
    await expect(page.getByText('22,070 people')).toHaveCount(0);
    await page.getByLabel('Show the average of one programme').check();
    await expect(page.getByText('22,070 people')).toContainText('not a target');
    await expect(page.getByRole('link', { name: 'PMC11530739' })).toBeVisible();
  });

  await expectAccessible(page, 'the client with a change of course');
});

test('two changes on one day, an ending and a follow-up after it', async ({ page }) => {
  await openClient(page, 'Ben Rowan');
  await page.getByRole('application', { name: /^Chart of/ }).focus();
  await page.keyboard.press('End');
  await expect(spoken(page)).toHaveText(/Follow-up$/);
  await page.keyboard.press('ArrowLeft');
  await expect(spoken(page)).toHaveText(/Phase: Skills first, ACT$/);
  for (const heading of ['2 February 2026: ACT', '2 February 2026: Skills first']) {
    const article = change(page, heading);
    await expect(article).toContainText('the scores cannot tell the two apart');
    await expect(article).toContainText('(5 scores), 16 after (7 scores)');
    await expect(article).toContainText('1 follow-up after the ending is not counted');
  }
});

test('who has only just begun: too few points, and the change stands all the same', async ({ page }) => {
  await openClient(page, 'Dora Ash');
  const article = change(page, '12 January 2026: Exposure');
  await expect(article).toContainText('No scores yet on what should move.');
  await article.getByText('Other measures, and every figure').click();
  await expect(article).toContainText(
    'PHQ-9: too few points to compare. 2 scores before, 0 scores after; it takes 3 in each phase.',
  );
});

test('500 sessions and thirty changes: three are shown, and all when asked for', async ({ page }) => {
  await openClient(page, 'Clara Elm');
  const changes = page.getByRole('region', { name: 'Changes of course, and what the scores did' });
  await expect(changes.getByRole('article')).toHaveCount(3);
  await page.getByRole('button', { name: 'Show all 30 changes' }).click();
  await expect(changes.getByRole('article')).toHaveCount(30);
  const due = page.getByRole('article', { name: 'Review due' });
  await expect(due).toHaveCount(2);
  await page.getByText('More reviews that are due (28)').click();
  await expect(due).toHaveCount(30);
  await expect(page.getByText('What happened beside the scores (30)')).toBeVisible();
});

test('the outcomes of the practice: every figure with its n, techniques by name and only from ten phases on', async ({
  page,
}) => {
  await openPractice(page);
  await page.getByRole('link', { name: 'Outcomes' }).click();
  await expect(page.getByRole('heading', { name: 'Outcomes of the practice' })).toBeVisible();
  const row = (name: string): Locator => page.getByRole('row', { name: new RegExp(`^${name}`) });

  await expect(row('Recovered')).toContainText(/\d+ clinical at the start/);
  await expect(row('Left early')).toContainText('too few');
  await expect(page.getByText('regression to the mean')).toBeVisible();
  await page.getByLabel('Courses that began').selectOption('2026');
  await expect(row('Left early')).toContainText(/\d+ ended/);

  await expect(page.getByText('You chose each one for those who seemed to need it')).toBeVisible();
  await expect(row('Exposure')).toContainText(/0\.\d+ \(of \d+\)/);
  await expect(page.getByText(/^ACT: 6 closed phases\. 4 more are needed/)).toBeVisible();
  await expect(row('ACT')).toHaveCount(0);
  await expectAccessible(page, 'the outcomes of the practice');

  await page.setViewportSize({ width: 360, height: 720 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
