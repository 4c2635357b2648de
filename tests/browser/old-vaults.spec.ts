// Vaults that earlier code sealed open in this one, with everything in them (VAULT P6).
import { aboutV1, storeV1 } from '../fixtures/vaults/read-vault.ts';
import { checkWhole, putVault } from './support/known-vault.ts';
import { lock, unlock } from './support/practice.ts';
import { expect, test } from './support/test.ts';

// A step that does not come is a failure of its own, long before the whole story's time is up.
test.use({ actionTimeout: 30_000 });

test('the vault of format 1 opens, and everything that was put into it is on the screen', async ({
  page,
  app,
}) => {
  test.setTimeout(180_000);
  const about = aboutV1();
  await putVault(page, app, storeV1());
  await expect(page.getByRole('button', { name: 'Use the passkey' })).toBeVisible();
  await unlock(page, about.passphrase);
  await checkWhole(page, about);
  await lock(page);
});
