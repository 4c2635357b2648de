// A therapist with the caseload: find somebody, add somebody, ask, look at what came of it, put a mistake right.
// The numbers are those of the example on a known day; what they must lead to is worked out by hand in each test.
import type { Locator, Page } from '@playwright/test';
import { exampleCaseload } from '../caseload/example-caseload.ts';
import { exampleDay, lookAroundOnKnownDay, openExample } from './support/example.ts';
import { chooseFor, goToClients, listRow } from './support/practice.ts';
import { expect, test } from './support/test.ts';

const orchard = 'Example: Orchard 05';
const { clients } = exampleCaseload(exampleDay);
const labelsOf = (status: string): string[] =>
  clients.filter((client) => client.status === status).map(({ label }) => label);

const shownLabels = async (page: Page): Promise<string[]> =>
  (await page.getByRole('rowheader').allInnerTexts()).map((text) => text.trim());

/** The first numbers of a column of the table on the screen, from the top down. */
async function numbersIn(table: Locator, column: number): Promise<number[]> {
  const cells = await table.locator(`tbody tr > :nth-child(${String(column)})`).allInnerTexts();
  return cells.flatMap((text) => /\d+/.exec(text)?.map(Number) ?? []);
}

const sentence = (page: Page): Locator => page.locator('.sentence');
const chartLayer = (page: Page, measures: string): Locator =>
  page.getByRole('application', { name: `Chart of ${measures}` });
const readOut = (page: Page): Locator => page.locator('figure [aria-live=polite]');

test.use({ actionTimeout: 15_000 });

test('the list: tabs, search by one key, one measure for everybody, in the order of its totals', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  await page.getByLabel('Order').selectOption({ label: 'Code or name' });
  for (const [word, status] of [
    ['Active', 'active'],
    ['Waiting', 'waiting'],
    ['Ended', 'ended'],
  ] as const) {
    const labels = labelsOf(status);
    await page.getByRole('tab', { name: `${word} (${String(labels.length)})` }).click();
    await expect(page.getByRole('table', { name: `Clients, ${word}` })).toBeVisible();
    await expect.poll(() => shownLabels(page)).toEqual([...labels].sort());
  }
  await expect(listRow(page, 'Example: River 01')).toContainText('Recovered');

  await page.getByRole('tab', { name: /^All/ }).click();
  await page.getByRole('heading', { name: 'Clients', exact: true }).click();
  await page.keyboard.press('/');
  await expect(page.getByLabel('Search by code or name')).toBeFocused();
  await page.keyboard.type('ORCH 05');
  await expect(page.getByText('1 of 24 shown')).toBeVisible();
  expect(await shownLabels(page)).toEqual([orchard]);
  await expect(listRow(page, orchard)).toContainText('6 days ago');
  await page.keyboard.type('9');
  await expect(page.getByText('No client here matches “ORCH 059”.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('24 clients')).toBeVisible();

  await page.getByRole('tab', { name: /^Active/ }).click();
  await page.getByLabel('Show', { exact: true }).selectOption({ label: 'PHQ-9' });
  const lastTotals = clients
    .filter(({ status }) => status === 'active')
    .map(({ entries }) => {
      const complete = entries.flatMap((entry) =>
        entry.kind === 'response' && entry.instrumentId === 'phq-9' && !entry.answers?.includes(null)
          ? [(entry.answers ?? []).slice(0, 9).reduce<number>((sum, answer) => sum + (answer ?? 0), 0)]
          : [],
      );
      return complete.at(-1) ?? NaN;
    })
    .sort((a, b) => a - b);
  const table = page.getByRole('table', { name: 'Clients, Active' });
  await page.getByRole('button', { name: 'Latest score' }).click();
  await expect(page.getByRole('columnheader', { name: 'Latest score' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await expect.poll(() => numbersIn(table, 2)).toEqual(lastTotals);
  await page.getByRole('button', { name: 'Latest score' }).click();
  await expect.poll(() => numbersIn(table, 2)).toEqual([...lastTotals].reverse());

  await page.getByRole('link', { name: orchard }).click();
  await page.getByRole('link', { name: 'Clients' }).first().click();
  await expect(page.getByLabel('Show', { exact: true }), 'the list is as it was left').toHaveValue(/^phq-9/);
});

test('a new client by keyboard alone, a first PHQ-9 with a gap, a second one, and what they say together', async ({
  page,
  app,
  watch,
}) => {
  await lookAroundOnKnownDay(page, app);
  await test.step('n, the name, Enter: the client is there', async () => {
    await page.keyboard.press('n');
    await expect(page.getByRole('dialog', { name: 'New client' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Code or name', exact: true })).toBeFocused();
    await page.keyboard.type('Quill-77');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Quill-77' })).toBeVisible();
    await expect(page.getByText('No scores yet')).toBeVisible();
    await expect(page.getByText('Active · 0 responses')).toBeVisible();
  });

  await test.step('a question that is not answered makes the whole incomplete, not lower', async () => {
    await page.getByRole('link', { name: 'Add a score' }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Measure').selectOption('phq-9');
    await page.getByLabel('Day').fill('2026-02-05');
    await page.getByLabel('Day').press('Enter');
    await expect(page.getByText('1 of 10', { exact: true })).toBeVisible();
    for (const [index, key] of ['2', '2', 'skip', '2', '2', '2', '2', '2', '1', '0'].entries()) {
      await expect(page.getByText(`${String(index + 1)} of 10`, { exact: true })).toBeVisible();
      if (key === 'skip') await page.getByRole('button', { name: 'Not answered' }).press('Enter');
      else await page.keyboard.press(key);
    }
    await expect(page.getByText('Incomplete: 8 of 9 answered')).toBeVisible();
    await expect(page.getByText(/^Not answered: 3\. What is missing is not zero/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeFocused();
    await page.getByRole('button', { name: 'Change the answer to question 3' }).press('Enter');
    await page.keyboard.press('2');
    await expect(page.getByText('17 of 27 moderately severe')).toBeVisible();
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await expect(sentence(page)).toHaveText(/^Too few points to say\. One PHQ-9 so far: 17\b/);
  });

  await test.step('item 9 above zero asks for a conversation, calmly, and calls nobody safe', async () => {
    const notice = page.getByText('Please look', { exact: true }).locator('..').locator('..');
    await expect(notice).toContainText('Item 9 was answered “Several days”');
    await expect(notice).toContainText('talk about it');
    await expect(notice).toContainText('A zero would not have meant safety.');
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
  });

  await test.step('the second says improved or not, by which rule, from which numbers', async () => {
    await page.getByRole('link', { name: 'Add a score' }).first().press('Enter');
    await page.getByRole('button', { name: 'Start', exact: true }).press('Enter');
    for (const [index, key] of ['1', '1', '1', '1', '1', '1', '1', '1', '0', '0'].entries()) {
      await expect(page.getByText(`${String(index + 1)} of 10`, { exact: true })).toBeVisible();
      await page.keyboard.press(key);
    }
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await expect(sentence(page)).toHaveText(
      'Down 9 points since 5 February 2026 (17 → 8): more than the measure’s error going by Delgadillo et al. 2014 (6 points), and now below the cut-off of 10 (Kroenke, Spitzer & Williams 2001) — recovered.',
    );
    await expect(page.getByText('Please look', { exact: true })).toBeHidden();
    await expect(
      page.getByText(/^PHQ-9: Item 9 was answered “Several days” on 5 February 2026 and “Not at all” on/),
    ).toBeVisible();
    await page.getByText('What this rests on').click();
    const rests = page.locator('details dl');
    await expect(rests).toContainText('6 points or more');
    await expect(rests).toContainText('9 points, for the better');
    await expect(rests.getByRole('link', { name: 'Delgadillo et al. 2014' })).toHaveAttribute(
      'href',
      'https://pure.hud.ac.uk/en/publications/early-changes-attrition-and-dose-response-in-low-intensity-psycho',
    );
    await expect(page.getByText('It does not say that therapy is done')).toBeVisible();
  });

  await test.step('a correction takes the place of what it corrects; both stay to be seen', async () => {
    await chooseFor(page, /12 Mar 2026/, 'Correct');
    await page.getByRole('button', { name: 'Look at it before saving' }).click();
    await page.getByRole('button', { name: 'Change the answer to question 1', exact: true }).click();
    await page.keyboard.press('3');
    await expect(page.getByText('10 of 27 moderate')).toBeVisible();
    await page.getByRole('button', { name: 'Save the correction' }).click();
    await expect(sentence(page)).toHaveText(
      'Down 7 points since 5 February 2026 (17 → 10): more than the measure’s error going by Delgadillo et al. 2014 (6 points), but not below the cut-off of 10 — improved.',
    );
    await page.getByRole('checkbox', { name: 'Show 1 corrected or deleted response' }).check();
    await expect(page.getByRole('row', { name: /Corrected since/ })).toContainText('8');
    await expect(page.getByRole('row', { name: /Correction$|Correction Actions/ })).toContainText('10');
  });

  await test.step('deleting asks for a reason, can be undone, and without the correction the first counts', async () => {
    await chooseFor(page, /Correction Actions/, 'Delete');
    const dialog = page.getByRole('dialog', { name: 'Delete this response?' });
    await expect(dialog).toContainText('Without it, the response that it corrected counts again.');
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(dialog).toContainText('Choose a reason: the record keeps it.');
    await dialog.getByRole('radio', { name: 'The client asked for it' }).check();
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(sentence(page)).toContainText('(17 → 8)');
    await expect(page.getByRole('row', { name: /Deleted: the client asked for it/i })).toContainText('10');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(sentence(page)).toContainText('(17 → 10)');
    await expect(page.getByRole('row', { name: /Deleted:/ })).toHaveCount(0);
  });

  await goToClients(page);
  await page.getByRole('tab', { name: /^All/ }).click();
  await expect(listRow(page, 'Quill-77')).toContainText('Improved');
  await expect(page, 'no client word in the title').toHaveTitle('Soundings');
  const leaks = [page.url(), ...watch.requests].filter((url) => /quill|orchard|phq/i.test(url));
  expect(leaks, 'nor in any address').toEqual([]);
});

test('the chart is a picture with a sentence, read by arrow keys, zoomed by keys, twinned by a table', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  await openExample(page, orchard);
  const said =
    'Down 9 points since 9 January 2026 (22 → 13): more than the measure’s error going by Delgadillo et al. 2014 (6 points), but not below the cut-off of 10 — improved.';
  await expect(sentence(page)).toHaveText(said);
  const canvas = page.getByRole('img', { name: 'Chart of PHQ-9' });
  await expect(canvas).toBeVisible();
  await expect(canvas).toHaveAccessibleDescription(`PHQ-9: ${said}`);

  const layer = chartLayer(page, 'PHQ-9');
  const phq9 = [22, 17, 18, 16, 17, 14, 15, 15, 13];
  await test.step('arrow keys read each point, the number and its distance from the baseline', async () => {
    await layer.focus();
    await page.keyboard.press('Home');
    await expect(readOut(page)).toHaveText('9 Jan 2026 · PHQ-9 22 · severe · Baseline');
    for (const total of phq9.slice(1)) {
      await page.keyboard.press('ArrowRight');
      await expect(readOut(page)).toContainText(`PHQ-9 ${String(total)} ·`);
      await expect(readOut(page)).toContainText(`−${String(22 - total)} since baseline`);
    }
    await page.keyboard.press('ArrowLeft');
    await expect(readOut(page)).toHaveText('27 Feb 2026 · PHQ-9 15 · moderately severe · −7 since baseline');
  });

  await test.step('plus comes closer, 0 shows everything, and the point in hand stays in view', async () => {
    const showAll = page.getByRole('button', { name: 'Show everything' });
    await expect(showAll).toBeDisabled();
    const drawn = await canvas.screenshot();
    await page.keyboard.press('+');
    await expect(showAll).toBeEnabled();
    expect(await canvas.screenshot(), 'the picture changed').not.toEqual(drawn);
    await page.keyboard.press('Home');
    await expect(readOut(page)).toContainText('PHQ-9 22');
    await expect(page.locator('.marker')).toBeVisible();
    await page.keyboard.press('0');
    await expect(showAll).toBeDisabled();
  });

  await test.step('two measures share one time line; up and down go from one to the other', async () => {
    await page.getByLabel('On the same time line').selectOption({ label: 'GAD-7' });
    await expect(page.getByRole('img', { name: 'Chart of PHQ-9, GAD-7' })).toBeVisible();
    await chartLayer(page, 'PHQ-9, GAD-7').focus();
    await page.keyboard.press('End');
    await expect(readOut(page)).toContainText('6 Mar 2026 · PHQ-9 13');
    await page.keyboard.press('ArrowDown');
    await expect(readOut(page)).toHaveText('6 Mar 2026 · GAD-7 7 · mild · −5 since baseline');
    await expect(page.getByRole('button', { name: /^GAD-7/, pressed: true })).toBeVisible();
  });

  await test.step('the table says the same numbers', async () => {
    await page.getByLabel('On the same time line').selectOption({ label: 'Only this measure' });
    await page.getByText('Table', { exact: true }).click();
    const table = page.getByRole('table', { name: 'Scores' });
    await expect.poll(() => numbersIn(table, 2)).toEqual([...phq9].reverse());
    await expect(table.getByRole('row', { name: /9 Jan 2026/ })).toContainText('Baseline');
    await table.getByRole('button', { name: '27 Feb 2026' }).click();
    await expect(page.locator('[data-entry]:focus')).toHaveText('27 Feb 2026');
  });
});

test('who asked for less motion sees the same chart', async ({ page, app }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await lookAroundOnKnownDay(page, app);
  await openExample(page, orchard);
  const canvas = page.getByRole('img', { name: 'Chart of PHQ-9' });
  const usual = await canvas.screenshot();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // Another theme and back: the colours are read again.
  for (const colorScheme of ['dark', 'light'] as const) await page.emulateMedia({ colorScheme });
  await expect.poll(async () => (await canvas.screenshot()).equals(usual)).toBe(true);
});

test('a baseline moved for a reason, and another published rule, are kept and said', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  await openExample(page, orchard);
  await test.step('the sentence counts from the moved baseline and gives the reason', async () => {
    await chooseFor(page, /16 Jan 2026 PHQ-9/, 'Make this the baseline');
    const dialog = page.getByRole('dialog', { name: 'Make this the baseline?' });
    await dialog.getByRole('button', { name: 'Make it the baseline' }).click();
    await expect(dialog).toContainText('Give a reason');
    await dialog.getByLabel('Why').fill('Therapy proper began');
    await page.keyboard.press('Enter');
    await expect(sentence(page)).toHaveText(
      'Down 4 points since the moved baseline of 16 January 2026 (17 → 13): within the measure’s error going by Delgadillo et al. 2014 (6 points), and still above the cut-off of 10 — unchanged.',
    );
    await expect(page.locator('.note')).toHaveText(
      'Counted from 16 January 2026 instead of the first response, 9 January 2026: “Therapy proper began”.',
    );
    await expect(page.getByRole('row', { name: /16 Jan 2026 PHQ-9/ })).toContainText('Baseline, moved here');
  });

  await test.step('when the response that was chosen is deleted, the choice can be put away', async () => {
    await chooseFor(page, /16 Jan 2026 PHQ-9/, 'Delete');
    await page.getByRole('dialog').getByLabel('Entered twice').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    // With one answer less than the GAD-7 it no longer comes first.
    await page.getByRole('tab', { name: 'PHQ-9' }).click();
    await expect(page.locator('.note')).toHaveText(/cannot be used any more/);
    await page.getByRole('button', { name: 'Count from the first response' }).click();
    await expect(page.locator('.note')).toHaveCount(0);
    await expect(sentence(page)).toContainText('since 9 January 2026');
  });

  await test.step('4, 5 and 6 points for the GAD-7: five points are recovered by two rules, unchanged by one', async () => {
    await page.getByRole('tab', { name: 'GAD-7' }).click();
    await expect(sentence(page)).toHaveText(
      'Down 5 points since 9 January 2026 (12 → 7): more than the measure’s error going by NHS Talking Therapies manual (4 points), and now below the cut-off of 8 (NHS Talking Therapies manual) — recovered.',
    );
    await page.getByText('What this rests on').click();
    const rivals = page.getByRole('table', { name: /under other published thresholds/ });
    await expect(
      rivals.getByRole('row', { name: /\(4 points\) 8 or more \(NHS caseness\) Recovered In use/ }),
    ).toBeVisible();
    await expect(
      rivals.getByRole('row', { name: /\(5 points\) 8 or more \(NHS caseness\) Recovered/ }),
    ).toBeVisible();
    await rivals
      .getByRole('button', {
        name: 'Use Bischoff et al. 2020 (6 points), 8 or more (NHS caseness), for this client',
      })
      .click();
    const strict =
      'Down 5 points since 9 January 2026 (12 → 7): within the measure’s error going by Bischoff et al. 2020 (6 points), even though now below the cut-off of 8 — unchanged.';
    await expect(sentence(page)).toHaveText(strict);
    await expect(page.getByText('GAD-7 is now judged by Bischoff et al. 2020 (6 points).')).toBeVisible();

    await page.setViewportSize({ width: 360, height: 780 });
    const choice = rivals.getByRole('button', { name: /^Use NHS Talking Therapies manual .* 10 or more/ });
    await choice.scrollIntoViewIfNeeded();
    await expect(choice).toBeInViewport({ ratio: 1 });
    expect(
      await rivals.evaluate((table) => table.scrollWidth - (table.parentElement?.clientWidth ?? 0)),
    ).toBeLessThan(1);
    await page.setViewportSize({ width: 1280, height: 800 });

    await goToClients(page);
    await page.getByLabel('Show', { exact: true }).selectOption({ label: 'GAD-7' });
    await expect(listRow(page, orchard)).toContainText('Unchanged');
    await openExample(page, orchard);
    await page.getByRole('tab', { name: 'GAD-7' }).click();
    await expect(sentence(page)).toHaveText(strict);
  });
});
