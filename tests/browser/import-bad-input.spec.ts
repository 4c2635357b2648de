// Files as they come: cut wrongly, in another encoding, with formulas and markup in names, impossible days, too long.
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import {
  check,
  chooseFile,
  countOf,
  csvFile,
  goToImport,
  lookAround,
  patience,
  write,
} from './support/bring-in.ts';
import { expect, test } from './support/test.ts';

const script = '<script>alert(1)</script>';
const image = '<img src=x onerror=alert(1)>';
const formula = '=HYPERLINK(http://example.com)';

/** Semicolons, Latin-1, and something wrong on nearly every line. */
const nasty = Buffer.from(
  [
    'Client;Date;PHQ-9',
    'Zoë Müller;13/02/2025;12',
    `${script};14/02/2025;11`,
    `${image};15/02/2025;10`,
    `${formula};16/02/2025;9`,
    'Ben;31/02/2026;8',
    'Ben;17/02/2025;28',
    'Ben;18/02/2025;0',
    'Cara;19/02/2025;=1+1',
    'Cara;20/02/2025;',
    'Cara;21/02/2025',
    ';22/02/2025;7',
    '',
  ].join('\r\n'),
  'latin1',
);

const problemRow = (page: Page, line: number): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: String(line), exact: true }) });

test('every bad line is named, markup stays text, and nothing is written before the yes', async ({
  page,
  app,
}) => {
  await lookAround(page, app);
  await chooseFile(page, csvFile(nasty, '=cmd|<b>.csv'));
  await expect(page.getByText('Windows-1252')).toBeVisible();
  await expect(page.getByLabel('Columns are separated by')).toHaveValue(';');
  await page.getByLabel('A 0 means “not answered”').check();
  await check(page);

  await expect(problemRow(page, 6)).toContainText('There is no such day: 31/02/2026.');
  await expect(problemRow(page, 7)).toContainText('28 is outside 0 to 27.');
  await expect(problemRow(page, 8)).toContainText('A 0 that means “not answered”.');
  await expect(problemRow(page, 9)).toContainText('A spreadsheet formula is not a value.');
  await expect(problemRow(page, 11)).toContainText('The row has 2 cells, the table 3');
  await expect(problemRow(page, 12)).toContainText('There is no client in this row.');
  await expect(problemRow(page, 5)).toContainText('kept as plain text and never run');
  expect(await countOf(page, 'scores')).toBe(4);
  expect(await countOf(page, 'left-out')).toBe(6);
  expect(await countOf(page, 'empty')).toBe(1);

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download this list' }).click();
  const list = await readFile(await (await downloading).path(), 'utf8');
  expect(list).toContain('"\'=1+1"');
  expect(list).toContain('"There is no such day: 31/02/2026."');

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Clients' }).click();
  await expect(page.getByRole('tab', { name: 'All (24)' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'What would be written' })).toBeVisible();
  await write(page);
  await page.getByRole('link', { name: 'See the clients' }).click();
  for (const name of ['Zoë Müller', script, image, formula]) {
    await page.getByLabel('Search').fill(name);
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
  }
  expect(await page.locator('script:not([src]), main img').count()).toBe(0);
  expect(page.url()).not.toMatch(/M%C3%BCller|Müller|script/);
});

test('a table that was cut wrongly is cut again, a byte-order mark is no letter, and the day order is asked', async ({
  page,
  app,
}) => {
  await lookAround(page, app);
  await chooseFile(page, csvFile('\uFEFFClient,Date,GAD-7\nAnna,03/04/2025,12\nAnna,05/06/2025,4\n'));
  await page.getByLabel('Columns are separated by').selectOption({ label: 'Tab' });
  await expect(page.getByText('2 rows, 1 column.')).toBeVisible();
  await page.getByRole('button', { name: 'Check what would be written' }).click();
  await expect(page.getByRole('alert')).toContainText('No column holds a score.');

  await page.getByLabel('Columns are separated by').selectOption({ label: 'Comma' });
  await expect(page.getByText('2 rows, 3 columns.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Client is' })).toHaveValue('client');
  await page.getByRole('button', { name: 'Check what would be written' }).click();
  await expect(page.getByRole('alert')).toContainText('“03/04/2025” could be either');
  await page.getByRole('radio', { name: /Month first/ }).check();
  await check(page);
  await expect(page.getByRole('cell', { name: '4 Mar 2025' })).toBeVisible();
  expect(await countOf(page, 'scores')).toBe(2);
});

test('what is no table is refused with a way out', async ({ page, app }) => {
  await lookAround(page, app);
  await goToImport(page);
  const choose = (buffer: Buffer): Promise<void> =>
    page.locator('input[type=file]').setInputFiles(csvFile(buffer));
  await choose(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0]));
  await expect(page.getByRole('alert')).toContainText('choose “Save as” and CSV');
  await choose(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]));
  await expect(page.getByRole('alert')).toContainText('This is not a text file.');
  await choose(Buffer.alloc(0));
  await expect(page.getByRole('alert')).toContainText('There is nothing in it');

  await page.getByLabel('Or paste a table').fill('code\tsession\tPHQ-9\nK1\t1\t14\nK1\t2\t9');
  await page.getByRole('button', { name: 'Read what was pasted' }).click();
  await check(page);
  expect(await countOf(page, 'scores')).toBe(2);
});

/** A person who presses Cancel the moment that `shown` stands on the page: the work is quicker than the driver's click. */
const cancelOnce = (page: Page, shown: RegExp): Promise<void> =>
  page.evaluate((source) => {
    const pattern = new RegExp(source);
    new MutationObserver((_changes, observer) => {
      const buttons = [...document.querySelectorAll('main button')];
      const cancel = buttons.find((button) => button.textContent.trim() === 'Cancel');
      if (!(cancel instanceof HTMLElement) || !pattern.test(document.body.textContent)) return;
      observer.disconnect();
      cancel.click();
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  }, shown.source);

test('100,000 rows: stopped while reading, stopped while writing, and carried on without anything twice', async ({
  page,
  app,
}) => {
  test.setTimeout(300_000);
  const rows = ['client,session,PHQ-9'];
  for (let client = 1; client <= 1_000; client++)
    for (let session = 1; session <= 100; session++)
      rows.push(`K${client},${session},${(client + session) % 28}`);
  const file = csvFile(rows.join('\n'));
  await lookAround(page, app);
  await goToImport(page);

  await cancelOnce(page, /Reading the table/);
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText('Or paste a table')).toBeVisible(patience);

  await chooseFile(page, file);
  await check(page);
  expect(await countOf(page, 'scores')).toBe(100_000);
  // The second batch is under way: the first is written and stays, the second is taken back.
  await cancelOnce(page, /(?<!\d)2[1-9]\d of 1,000 clients/);
  await page.getByRole('button', { name: 'Write 100,000 scores' }).click();
  await expect(page.getByRole('heading', { name: 'Stopped before it was finished' })).toBeVisible(patience);
  const written = await countOf(page, 'scores');
  expect(written).toBe(20_000);

  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByRole('heading', { name: 'What would be written' })).toBeVisible(patience);
  expect(await countOf(page, 'there')).toBe(written);
  expect(await countOf(page, 'scores')).toBe(100_000 - written);
});

test('the steps of an import and the library have no accessibility problem that axe finds', async ({
  page,
  app,
}) => {
  await lookAround(page, app);
  const expectAccessible = async (screen: string): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    expect(found, screen).toEqual([]);
  };
  await goToImport(page);
  await expectAccessible('the file');
  await chooseFile(page, csvFile('id,pre,post\n1,20,8\n2,x,11\n'));
  await page.getByRole('button', { name: 'Check what would be written' }).click();
  await expectAccessible('the columns');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click();
  await expect(page.locator('summary', { hasText: 'how rested' })).toBeVisible(patience);
  for (const measure of await page.locator('details[data-measure] > summary').all()) await measure.click();
  await expect(page.getByText('No cut-off is known').first()).toBeVisible();
  await expectAccessible('the library');
});
