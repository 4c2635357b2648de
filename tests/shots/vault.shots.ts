// The way in: making the vault, the sheet, unlocking, and the settings that only a real vault has.
import {
  goToClients,
  goToSettings,
  isLocked,
  isOpen,
  keyDerivation,
  unlock,
} from '../browser/support/practice.ts';
import { expect, test } from '../browser/support/test.ts';
import { shoot } from './shoot.ts';

const passphrase = 'seven herons argue under the tin bridge';

test('the vault, from its making to its settings', async ({ page, app }) => {
  test.setTimeout(180_000);
  await page.goto(app);
  await page.getByRole('button', { name: 'Make your vault' }).click();
  await expect(page.getByRole('list', { name: 'Your six words' }).getByRole('listitem')).toHaveCount(6);
  await shoot(page, 'vault-make');
  await page.getByText('One of your own').click();
  await page.getByLabel('New passphrase').fill(passphrase);
  await page.getByLabel('The same once more').fill(passphrase);
  await expect(page.getByText('Strong')).toBeVisible();
  await shoot(page, 'vault-make-own');
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await expect(page.getByRole('heading', { name: 'Your recovery sheet' })).toBeVisible(keyDerivation);
  await shoot(page, 'vault-sheet', { fullPage: true });
  await page.getByRole('button', { name: 'I have it: check me' }).click();
  await shoot(page, 'vault-sheet-check');
  await page.getByRole('button', { name: 'Show the sheet again' }).click();
  await page.getByRole('button', { name: 'Later', exact: true }).click();
  await shoot(page, 'vault-storage');
  await page.getByRole('button', { name: 'Go on without asking' }).click();
  await isOpen(page);
  await shoot(page, 'today-none');
  await goToClients(page);
  await shoot(page, 'clients-none');

  for (const [section, name] of [
    ['Opening and locking', 'keys'],
    ['Recovery sheet', 'recovery'],
    ['Damage and log', 'records'],
  ] as const) {
    await goToSettings(page, section);
    await shoot(page, `settings-${name}`);
  }
  await page.keyboard.press('Alt+Shift+L');
  await isLocked(page);
  await shoot(page, 'unlock');
  await unlock(page, passphrase);
});
