// The screens of a working day, in the example on a known day: the same pictures every time.
import { csvFile } from '../browser/support/bring-in.ts';
import { lookAroundOnKnownDay, openExample } from '../browser/support/example.ts';
import { goToClients, goToSettings } from '../browser/support/practice.ts';
import { expect, test } from '../browser/support/test.ts';
import { shoot } from './shoot.ts';

const orchard = 'Example: Orchard 05';

test.describe('the practice', () => {
  test.setTimeout(180_000);

  test('the list, a client as chart and as table', async ({ page, app }) => {
    await lookAroundOnKnownDay(page, app);
    await shoot(page, 'clients');
    await page.keyboard.press('n');
    await shoot(page, 'new-client');
    await page.keyboard.press('Escape');
    await openExample(page, orchard);
    await expect(page.getByRole('img', { name: 'Chart of PHQ-9' })).toBeVisible();
    await shoot(page, 'client');
    await page.getByLabel('On the same time line').selectOption({ label: 'GAD-7' });
    await shoot(page, 'client-two-measures', { fullPage: true });
    await page.getByLabel('On the same time line').selectOption({ label: 'Only this measure' });
    await page.getByText('What this rests on').click();
    await page.getByText('Table', { exact: true }).click();
    await shoot(page, 'client-table', { fullPage: true });
  });

  test('adding a score', async ({ page, app }) => {
    await lookAroundOnKnownDay(page, app);
    await openExample(page, orchard);
    await page.getByRole('link', { name: 'Add a score' }).first().click();
    await page.getByLabel('Measure').selectOption('phq-9');
    await shoot(page, 'add-score-about');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.keyboard.press('1');
    await expect(page.getByText('2 of 10', { exact: true })).toBeVisible();
    await shoot(page, 'add-score-item');
    await page.getByRole('button', { name: 'Look at it before saving' }).click();
    await shoot(page, 'add-score-before-saving');
  });

  test('library, import, settings', async ({ page, app }) => {
    await lookAroundOnKnownDay(page, app);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await shoot(page, 'library');
    await goToClients(page);
    await page.getByRole('link', { name: 'Bring in scores' }).first().click();
    await expect(page.getByRole('heading', { name: 'Bring in scores' })).toBeVisible();
    await shoot(page, 'import-choose');
    await page.locator('input[type=file]').setInputFiles(csvFile(scores));
    await expect(page.getByRole('heading', { name: 'What the columns mean' })).toBeVisible();
    await shoot(page, 'import-columns', { fullPage: true });
    await page.getByRole('button', { name: 'Check what would be written' }).click();
    await expect(page.getByRole('heading', { name: 'What would be written' })).toBeVisible();
    await shoot(page, 'import-preview', { fullPage: true });
    for (const [section, name] of [
      ['This device', 'device'],
      ['Backup and export', 'backup'],
      ['About', 'about'],
    ] as const) {
      await goToSettings(page, section);
      await shoot(page, `settings-${name}`);
    }
  });
});

/** Made up: two people, a total out of range, a day that is none, a gap. */
const scores = `client,date,PHQ-9
Ada K.,2026-01-12,17
Ada K.,2026-01-26,14
Ada K.,2026-02-09,9
Bo R.,2026-01-13,21
Bo R.,2026-02-31,19
Bo R.,2026-02-10,31
Bo R.,2026-02-24,
`;
