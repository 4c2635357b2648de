// The browser is killed while an import is being written. What comes back is whole batches and nothing half-written, and the
// same import, done again, writes the rest and nothing twice (VAULT P7).
import type { Page } from '@playwright/test';
import { check, chooseFile, countOf, csvFile, patience, write } from './support/bring-in.ts';
import { goToClients, makeVaultQuickly, openClient, unlock } from './support/practice.ts';
import { expect, test } from './support/test.ts';

test.use({ actionTimeout: 30_000 });

const passphrase = 'seven herons argue under the tin bridge';
/** import-carry-out.ts: the directory names so many clients in one blob. */
const batch = 200;

/** A PHQ-9 and a GAD-7 in each session. */
const table = (clients: number, sessions: number): Buffer => {
  const rows = ['client,session,PHQ-9,GAD-7'];
  for (let client = 1; client <= clients; client += 1)
    for (let session = 1; session <= sessions; session += 1)
      rows.push(`K${client},${session},${(client + session) % 28},${(client * session) % 22}`);
  return Buffer.from(rows.join('\n'));
};

const listed = async (page: Page): Promise<number> => {
  await goToClients(page);
  const tab = page.getByRole('tab', { name: /^All/ });
  const none = page.getByText('No clients yet');
  await expect(tab.or(none)).toBeVisible(patience);
  if (await none.isVisible()) return 0;
  return Number((await tab.innerText()).replace(/\D/g, ''));
};

/** Resolves when the page says that so many clients, and more, are written. */
const untilWritten = (page: Page, atLeast: number): Promise<unknown> =>
  page.waitForFunction(
    (wanted) => {
      const said = /(\d[\d,]*) of \d[\d,]* clients/.exec(document.querySelector('main')?.textContent ?? '');
      return said !== null && Number((said[1] ?? '').replace(/\D/g, '')) >= wanted;
    },
    atLeast,
    { polling: 5, timeout: 120_000 },
  );

const startWriting = (page: Page): Promise<void> => page.getByRole('button', { name: /^Write/ }).click();

const databases = (page: Page): Promise<number> =>
  page.evaluate(async () => (await indexedDB.databases()).length);

test('killed while new clients are written: whole batches stay, nothing is left over, the rest comes the next time', async ({
  launch,
  app,
}) => {
  test.setTimeout(300_000);
  const [clients, sessions] = [450, 4];
  const first = await launch();
  await first.page.goto(app);
  await makeVaultQuickly(first.page, passphrase);
  await chooseFile(first.page, csvFile(table(clients, sessions)));
  await check(first.page);
  expect(await countOf(first.page, 'scores')).toBe(clients * sessions * 2);
  await startWriting(first.page);
  await untilWritten(first.page, batch + 20);
  await first.kill();

  const second = await launch({ folder: first.folder });
  const { page } = second;
  await page.goto(app);
  await unlock(page, passphrase);
  const kept = await listed(page);
  expect(kept % batch, 'batches are whole').toBe(0);
  expect(kept).toBeGreaterThanOrEqual(batch);
  expect(kept).toBeLessThan(clients);
  // Each document has a database of its own: those that nobody is named for are taken back after
  // the unlock; beside the clients there are the vault's tables and the directory.
  await expect.poll(() => databases(page), { timeout: 60_000 }).toBe(kept + 2);
  await page.getByLabel('Search').fill('K1');
  await openClient(page, 'K1');
  await expect(page.getByText(`Active · ${String(2 * sessions)} responses`)).toBeVisible(patience);

  await chooseFile(page, csvFile(table(clients, sessions)));
  await check(page);
  expect(await countOf(page, 'there')).toBe(kept * sessions * 2);
  expect(await countOf(page, 'scores')).toBe((clients - kept) * sessions * 2);
  await write(page);
  expect(await listed(page)).toBe(clients);
  await chooseFile(page, csvFile(table(clients, sessions)));
  await page.getByRole('button', { name: 'Check what would be written' }).click();
  await expect(page.locator('[data-count=there]'), 'all of it is there').toHaveText(/3,600/, patience);
});

test('killed while scores are added to clients that are there: each client has all of them or none', async ({
  launch,
  app,
}) => {
  test.setTimeout(300_000);
  const clients = 150;
  const first = await launch();
  await first.page.goto(app);
  await makeVaultQuickly(first.page, passphrase);
  await chooseFile(first.page, csvFile(table(clients, 1)));
  await check(first.page);
  await write(first.page);
  await goToClients(first.page);
  await chooseFile(first.page, csvFile(table(clients, 2)));
  await check(first.page);
  expect(await countOf(first.page, 'scores')).toBe(clients * 2);
  await startWriting(first.page);
  await untilWritten(first.page, 30);
  await first.kill();

  const second = await launch({ folder: first.folder });
  const { page } = second;
  await page.goto(app);
  await unlock(page, passphrase);
  expect(await listed(page)).toBe(clients);
  await chooseFile(page, csvFile(table(clients, 2)));
  await check(page);
  const missing = await countOf(page, 'scores');
  expect(missing % 2, 'both scores of a client, or neither').toBe(0);
  expect(missing).toBeGreaterThan(0);
  expect(missing).toBeLessThanOrEqual((clients - 30) * 2);
  await write(page);
  // What the list knows was made again from what was written before the kill, too.
  await goToClients(page);
  await page.getByLabel('Search').fill('K7');
  await openClient(page, 'K7');
  await expect(page.getByText('Active · 4 responses')).toBeVisible(patience);
});
