// Two instruments of the pack as a therapist meets them: the CORE-10 typed from its paper form, and the WHO-5, where up is
// better.
import type { Page } from '@playwright/test';
import { lookAroundOnKnownDay } from './support/example.ts';
import { addClient } from './support/practice.ts';
import { expect, test } from './support/test.ts';

/** From a client's page to the first question. */
async function start(page: Page, measure: string, day: string): Promise<void> {
  await page.getByRole('link', { name: 'Add a score' }).first().click();
  await page.getByLabel('Measure').selectOption(measure);
  await page.getByLabel('Day').fill(day);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
}

/** Answers by number keys, a space for "Not answered"; ends at the summary. */
async function type(page: Page, keys: string): Promise<void> {
  for (const [index, key] of Array.from(keys).entries()) {
    await expect(
      page.getByText(`${String(index + 1)} of ${String(keys.length)}`, { exact: true }),
    ).toBeVisible();
    if (key === ' ') await page.getByRole('button', { name: 'Not answered' }).click();
    else await page.keyboard.press(key);
  }
}

const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save', exact: true }).click();

test('a CORE-10 typed as its form prints it: pro-rated with one gap, heard at item 6, judged by its own error', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  await addClient(page, 'Quill-78');

  await test.step('the words come with their copyright line; 4 beside item 2 is "Not at all"', async () => {
    await start(page, 'core-10', '2026-02-05');
    await expect(page.getByText('I have felt tense, anxious or nervous')).toBeVisible();
    await expect(
      page.getByText('© CORE System Trust: https://www.coresystemtrust.org.uk/copyright.pdf'),
    ).toBeVisible();
    await type(page, '344331333 ');
    await expect(page.getByText('30 of 40 severe')).toBeVisible();
    await expect(page.getByText('Prorated from 9 of 10 answers')).toBeVisible();
    await expect(page.getByRole('row', { name: /someone to turn to/ })).toContainText('Not at all');
    await save(page);
  });

  await test.step('plans to end one’s life are heard', async () => {
    await expect(page.getByText('Item 6 was answered “Only occasionally”')).toBeVisible();
  });

  await test.step('24 points are more than 6.75, and 6 is below 11', async () => {
    await start(page, 'core-10', '2026-03-05');
    await type(page, '1110001101');
    await expect(page.getByText('6 of 40 healthy or low level')).toBeVisible();
    await save(page);
    await expect(page.getByText(/^Down 24 points since 5 February 2026 \(30 → 6\)/)).toContainText(
      /going by Jacobson–Truax, 95% \(more than 6.75 points\), and now below the cut-off of 11 \(.+\) — recovered\.$/,
    );
  });
});

test('WHO-5: a raw 12 is 48 and on the poor side, a raw 16 is 64, and up is better', async ({
  page,
  app,
}) => {
  await lookAroundOnKnownDay(page, app);
  await addClient(page, 'Quill-79');
  await start(page, 'who-5', '2026-02-05');
  await type(page, '22323');
  await save(page);
  await expect(
    page.getByText(/^Too few points to say. One WHO-5 so far: 48 .*, below the cut-off of 50/),
  ).toBeVisible();
  await start(page, 'who-5', '2026-03-05');
  await type(page, '43333');
  await save(page);
  await expect(
    page.getByText(/^Up 16 points since 5 February 2026 \(48 → 64; higher is better\)/),
  ).toContainText(
    'going by WHO-5 form, 1998 (10 points), and now above the cut-off of 50 (Topp, Østergaard, Søndergaard & Bech 2015) — recovered.',
  );
});
