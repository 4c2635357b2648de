// The screen is shared, or the tablet turned round: by one key there, by one key back.
import { sharedLabel } from './harness/share-words.ts';
import { lookAroundOnKnownDay, openExample } from './support/example.ts';
import {
  addClient,
  addTotal,
  goToClients,
  isLocked,
  makeVaultQuickly,
  openClient,
  unlock,
} from './support/practice.ts';
import { expectNothingElse, isPreview, isShown, preview, rail, stage } from './support/share.ts';
import { expect, test } from './support/test.ts';

test.describe('in a vault', () => {
  test.setTimeout(240_000);
  test.use({ actionTimeout: 20_000 });
  const passphrase = 'seven herons argue under the tin bridge';

  test('one key to the preview, the same key to show it, one key to leave; a reload, a lock and “back” leave it too', async ({
    page,
    app,
  }) => {
    await page.goto(app);
    await makeVaultQuickly(page, passphrase);
    await goToClients(page);
    await addClient(page, sharedLabel);

    // Nothing there yet: said so, and nothing to show.
    await page.keyboard.press('s');
    await expect(page.getByRole('heading', { name: 'Nothing to look at yet' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Show only this' })).toBeDisabled();
    await page.keyboard.press('s');
    await expect(stage(page)).toHaveCount(0);
    await page.getByRole('link', { name: sharedLabel }).click();

    await addTotal(page, 'GAD-7', '2026-01-05', 18);
    await addTotal(page, 'GAD-7', '2026-03-04', 9);

    // Not while typing.
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Change code or name' }).click();
    await page.getByRole('dialog').getByRole('textbox').first().press('s');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { level: 1, name: sharedLabel })).toBeVisible();

    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('s');
    await isPreview(page);
    const address = page.url();
    await page.keyboard.press('s');
    await isShown(page);
    await expect(page.getByText(/^Your score has gone down from 18 to 9/).last()).toBeVisible();
    await expect(stage(page)).toBeFocused();
    expect(page.url()).toBe(address);
    await expectNothingElse(page, ['Zebulon', 'Quarrelsome']);

    // A chosen point of the chart takes Escape for itself elsewhere; here one Escape always leaves.
    await page.getByRole('application').focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Escape');
    await isPreview(page);
    await expect(rail(page)).toBeVisible();

    // Enter shows it, the button closes it.
    await preview(page).focus();
    await page.keyboard.press('Enter');
    await isShown(page);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await isPreview(page);

    // "Back" leaves it, to the client.
    await page.getByRole('button', { name: 'Show only this' }).click();
    await isShown(page);
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: sharedLabel })).toBeVisible();
    await page.goForward();
    await isPreview(page);

    // The choice is kept, through a lock; and what was on is not on afterwards.
    await page.getByRole('checkbox', { name: 'with its sentence' }).uncheck();
    await expect(page.getByText(/^Your score has gone down/)).toHaveCount(0);
    await page.getByRole('button', { name: 'Show only this' }).click();
    await isShown(page);
    await page.keyboard.press('Alt+Shift+L');
    await isLocked(page);
    await unlock(page, passphrase);
    await expect(stage(page)).toHaveCount(0);
    await openClient(page, sharedLabel);
    await page.getByRole('button', { name: 'Look at it together' }).click();
    await isPreview(page);
    await expect(page.getByRole('checkbox', { name: 'with its sentence' })).not.toBeChecked();

    // A reload is a lock, and its address is not kept with what was on.
    await page.getByRole('button', { name: 'Show only this' }).click();
    await isShown(page);
    await page.reload();
    await unlock(page, passphrase);
    await expect(stage(page)).toHaveCount(0);
    await isPreview(page);
  });
});

test('in the example the button on a client’s page leads there, and the switches are by key alone', async ({
  page,
  app,
}) => {
  test.slow();
  await lookAroundOnKnownDay(page, app);
  await openExample(page, 'Example: Orchard 05');
  await page.getByRole('button', { name: 'Look at it together' }).click();
  await isPreview(page);
  const first = page.getByRole('checkbox').first();
  await first.focus();
  await page.keyboard.press('Space');
  await expect(first).not.toBeChecked();
  await page.keyboard.press('Space');
  await expect(first).toBeChecked();
  await page.keyboard.press('s');
  await isShown(page);
  await page.keyboard.press('Escape');
  await isPreview(page);
});
