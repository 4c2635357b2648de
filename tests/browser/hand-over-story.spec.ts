// The tablet in the client's hands: the vault is locked, one question stands on the screen, and nothing that was answered is lost
// or can be read (VAULT H5).
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import {
  addClient,
  isLocked,
  isOpen,
  isSaved,
  keyDerivation,
  makeVaultQuickly,
  openClient,
} from './support/practice.ts';
import { stage } from './support/share.ts';
import { expect, test } from './support/test.ts';

test.describe('a tablet is handed over', () => {
  test.setTimeout(480_000);
  test.use({ viewport: { width: 1024, height: 768 }, actionTimeout: 30_000 });
  const passphrase = 'nine otters borrow the copper ladder';
  const client = 'Quillfeather Zephyrine';
  const patience = { timeout: 30_000 };

  const toHandOver = async (page: Page): Promise<void> => {
    await openClient(page, client);
    const id = /client\/([0-9a-f]{32})/.exec(page.url())?.[1] ?? '';
    await page.goto(`${page.url().split('#')[0] ?? ''}#/client/${id}/hand-over`);
    await expect(page.getByRole('heading', { name: 'Hand over for a check-in' })).toBeVisible(patience);
  };

  const handOver = async (page: Page, questionnaire: string): Promise<void> => {
    const more = page.getByRole('button', { name: 'Show all questionnaires' });
    if (await more.isVisible()) await more.click();
    await page.getByRole('checkbox', { name: new RegExp(`^${questionnaire}\\b`) }).check();
    await page.getByRole('button', { name: 'Lock and hand over' }).click();
    await expect(page.getByRole('heading', { name: 'A few questions for you' })).toBeVisible(keyDerivation);
  };

  const answer = async (page: Page, number: number, option: string): Promise<void> => {
    await expect(page.getByText(new RegExp(`\\b${String(number)} of \\d+`)).first()).toBeVisible(patience);
    await page.getByText(option, { exact: true }).first().click();
    const next = page.getByRole('button', { name: 'Next', exact: true });
    if (await next.isVisible().catch(() => false)) await next.click().catch(() => undefined);
  };

  const iAmTheTherapist = (page: Page): Promise<void> =>
    page.getByRole('button', { name: 'I am the therapist' }).click();

  const byPassphrase = async (page: Page): Promise<void> => {
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  };

  const isBackInView = async (page: Page): Promise<void> => {
    await expect(stage(page)).toBeVisible(keyDerivation);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: client })).toBeVisible(patience);
  };

  test('answered through a reload, taken in by passphrase; then another one', async ({ page, app }) => {
    await page.goto(app);
    await makeVaultQuickly(page, passphrase);
    await addClient(page, client);
    await isSaved(page);
    await toHandOver(page);
    await expect(page.getByText('No backup was made yet.')).toBeVisible();
    await expectAccessible(page, 'handing over');
    await handOver(page, 'PHQ-9');
    await expectAccessible(page, 'before the questions');

    await page.getByRole('button', { name: 'Begin' }).click();
    for (const number of [1, 2, 3, 4]) await answer(page, number, 'More than half the days');
    await expect(page.getByText(/\b5 of \d+/).first()).toBeVisible(patience);

    // Back button and a typed address lead nowhere.
    await page.goBack().catch(() => null);
    await page.evaluate(() => (location.hash = '#/clients'));
    await expect(page.getByRole('button', { name: 'I am the therapist' })).toBeVisible(patience);
    await expect(page.getByText(client)).toHaveCount(0);
    await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(0);

    await page.reload();
    await expect(page.getByText('You go on where you were.')).toBeVisible(keyDerivation);
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByText(/\b5 of \d+/).first()).toBeVisible(patience);
    await expect(page.getByRole('button', { name: 'Back', exact: true })).toHaveCount(0);
    for (const number of [5, 6, 7, 8]) await answer(page, number, 'Several days');
    await answer(page, 9, 'Nearly every day');
    const last = page.getByText(/\b10 of \d+/).first();
    if (await last.isVisible().catch(() => false)) await answer(page, 10, 'Somewhat difficult');
    await expect(page.getByRole('heading', { name: /Please hand the tablet back/ })).toBeVisible(patience);

    await iAmTheTherapist(page);
    await expect(page.getByLabel('PIN of this hand-over')).toHaveCount(0);
    await expectAccessible(page, 'the therapist’s door');
    await byPassphrase(page);
    await isBackInView(page);
    await expect(page.getByText(/\b15\b/).first()).toBeVisible(patience);
    await expect(
      page.getByText(/item 9|question 9|thoughts that you would be better off dead/i).first(),
    ).toBeVisible(patience);

    await toHandOver(page);
    await handOver(page, 'GAD-2');
    await page.getByRole('button', { name: 'Begin' }).click();
    for (const number of [1, 2]) await answer(page, number, 'Several days');
    await expect(page.getByRole('heading', { name: /Please hand the tablet back/ })).toBeVisible(patience);
    await iAmTheTherapist(page);
    await byPassphrase(page);
    await isBackInView(page);
    await expect(page.getByRole('row', { name: /GAD-2.*\b2\b/ }).first()).toBeVisible(patience);

    // Nothing waits any more: a reload finds the lock screen.
    await page.reload();
    await isLocked(page);
  });

  test('one that was abandoned half-way: nothing counts until the therapist decides', async ({
    page,
    app,
  }) => {
    await page.goto(app);
    await makeVaultQuickly(page, passphrase);
    await addClient(page, client);
    await isSaved(page);
    await toHandOver(page);
    await handOver(page, 'GAD-7');
    await page.getByRole('button', { name: 'Begin' }).click();
    for (const number of [1, 2, 3]) await answer(page, number, 'Several days');
    await expect(page.getByText(/\b4 of \d+/).first()).toBeVisible(patience);
    await page.getByRole('button', { name: 'Pause' }).click();
    await iAmTheTherapist(page);
    await expect(page.getByLabel('PIN of this hand-over')).toHaveCount(0);
    await byPassphrase(page);
    await isOpen(page);
    await expect(page.getByText('3 of 7 questions were answered')).toBeVisible(patience);
    await expectAccessible(page, 'an unfinished one');

    // Undecided, it outlives a lock; then it goes on where it was.
    await page.reload();
    await isLocked(page);
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await page.keyboard.press('Enter');
    await isOpen(page);
    await toHandOver(page);
    await page.getByRole('button', { name: 'Hand over again, go on there' }).click();
    await expect(page.getByText('You go on where you were.')).toBeVisible(keyDerivation);
    await page.getByRole('button', { name: 'Go on' }).click();
    await answer(page, 4, 'Several days');
    await expect(page.getByText(/\b5 of \d+/).first()).toBeVisible(patience);
    await iAmTheTherapist(page);
    await byPassphrase(page);
    await expect(page.getByText('4 of 7 questions were answered')).toBeVisible(keyDerivation);
    await page.getByRole('button', { name: 'Take in what was answered' }).click();
    await expect(page.getByRole('heading', { name: client })).toBeVisible(patience);
    await expect(page.getByRole('heading', { name: 'History' })).toBeVisible(patience);
    await expect(page.getByRole('row', { name: /GAD-7/ }).first()).toBeVisible(patience);
  });
});
