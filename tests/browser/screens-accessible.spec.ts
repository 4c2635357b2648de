// Every screen that a therapist works in, as axe sees it, in light and in dark. The vault's own screens have it in their story.
import { expectAccessible } from './support/accessible.ts';
import { csvFile } from './support/bring-in.ts';
import { exampleDay, lookAroundOnKnownDay, openExample } from './support/example.ts';
import { goToClients, goToSettings, isOpen, keyDerivation } from './support/practice.ts';
import { expect, test } from './support/test.ts';

test.describe('what axe finds', () => {
  test.setTimeout(180_000);
  test.use({ actionTimeout: 15_000 });

  test('nothing: the list, a client, adding a score, importing, the settings', async ({ page, app }) => {
    await lookAroundOnKnownDay(page, app);
    await expectAccessible(page, 'the list of clients');
    await page.getByLabel('Search by code or name').fill('nobody');
    await expectAccessible(page, 'a search without a result');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'New client' }).click();
    await expectAccessible(page, 'a new client');
    await page.keyboard.press('Escape');

    await openExample(page, 'Example: Orchard 05');
    await page.getByText('What this rests on').click();
    await expectAccessible(page, 'a client with the chart');
    await page.getByText('Table', { exact: true }).click();
    await expectAccessible(page, 'a client with the table');

    await page.getByRole('link', { name: 'Add a score' }).first().click();
    await expect(page.getByLabel('Day')).toHaveValue(exampleDay);
    await page.getByLabel('Measure').selectOption('phq-9');
    await expectAccessible(page, 'adding a score: about it');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(page.getByText('1 of 10', { exact: true })).toBeVisible();
    await expectAccessible(page, 'adding a score: a question');
    await page.keyboard.press('1');
    await page.getByRole('button', { name: 'Look at it before saving' }).click();
    await expectAccessible(page, 'adding a score: before saving');

    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click();
    await expectAccessible(page, 'the library');
    await goToClients(page);
    await page.getByRole('link', { name: 'Bring in scores' }).first().click();
    await expect(page.getByRole('heading', { name: 'Bring in scores' })).toBeVisible();
    await expectAccessible(page, 'importing: choosing a file');
    await page
      .locator('input[type=file]')
      .setInputFiles(csvFile('client,date,PHQ-9\nA1,2026-01-05,14\nA1,2026-02-05,x\n'));
    await expect(page.getByRole('heading', { name: 'What the columns mean' })).toBeVisible();
    await expectAccessible(page, 'importing: the columns');

    for (const section of ['This device', 'Backup and export', 'About']) {
      await goToSettings(page, section);
      await expectAccessible(page, `settings, ${section}`);
    }
  });

  test('nothing: the check of the sheet, and a list without clients', async ({ page, app }) => {
    await page.goto(app);
    await page.getByRole('button', { name: 'Make your vault' }).click();
    await page.getByText('One of your own').click();
    await page.getByLabel('New passphrase').fill('seven herons argue under the tin bridge');
    await page.getByLabel('The same once more').fill('seven herons argue under the tin bridge');
    await page.getByRole('button', { name: 'Make the vault' }).click();
    await page.getByRole('button', { name: 'I have it: check me' }).click(keyDerivation);
    await expect(page.getByRole('textbox', { name: /^Word \d+$/ })).toHaveCount(3);
    await expectAccessible(page, 'the check of the sheet');
    await page.getByRole('button', { name: 'Show the sheet again' }).click();
    await page.getByRole('button', { name: 'Later', exact: true }).click();
    await page.getByRole('button', { name: 'Go on without asking' }).click();
    await isOpen(page);
    await expect(page.getByText('No clients yet')).toBeVisible();
    await expectAccessible(page, 'the first screen without clients');
    await goToClients(page);
    await expect(page.getByText('No clients yet')).toBeVisible();
    await expectAccessible(page, 'a list without clients');
  });
});
