// "Saved" means durable: a kill, a closed database, a full disk, two tabs (VAULT P1–P3, P5), tried on the built app.
import type { Locator, Page } from '@playwright/test';
import {
  addClient,
  addTotal,
  goBesideTheApp,
  isOpen,
  isSaved,
  keyDerivation,
  makeVaultQuickly,
  openClient,
  typeTotal,
  unlock,
} from './support/practice.ts';
import { fillUp, freeAgain } from './support/full-disk.ts';
import { expect, test } from './support/test.ts';

// A step that does not come is a failure of its own, long before the whole story's time is up.
test.use({ actionTimeout: 30_000 });

const passphrase = 'seven herons argue under the tin bridge';
const slow = { timeout: 30_000 };

/** A response of the history by its measure and total. */
const response = (page: Page, measure: string, total: number): Locator =>
  page.getByRole('row', { name: new RegExp(`${measure} ${String(total)}\\b`) });

/** A vault with one client, who has a PHQ-9 of 19. */
async function aPractice(page: Page, app: string, label: string): Promise<void> {
  await page.goto(app);
  await makeVaultQuickly(page, passphrase);
  await addClient(page, label);
  await addTotal(page, 'PHQ-9', '2026-03-02', 19);
}

/** The caches are made when it is quiet; where the store is about to fail, they must not fall into that. */
const cachesAreMade = (page: Page): Promise<void> => page.waitForTimeout(2_500);

const useItHere = (page: Page): Locator => page.getByRole('button', { name: 'Use it here' });
const notSaved = (page: Page): Locator => page.getByText('Not saved: export now').first();

test.describe.configure({ timeout: 240_000 });

test('killed right after "Saved", it is there at the next start', async ({ launch, app }) => {
  const first = await launch();
  await aPractice(first.page, app, 'K-01');
  await addTotal(first.page, 'PHQ-9', '2026-03-09', 8);
  await first.kill();

  const second = await launch({ folder: first.folder });
  await second.page.goto(app);
  await unlock(second.page, passphrase);
  await openClient(second.page, 'K-01');
  await expect(response(second.page, 'PHQ-9', 19)).toBeVisible(slow);
  await expect(response(second.page, 'PHQ-9', 8)).toBeVisible();
  await expect(second.page.getByText('This record is not whole')).toHaveCount(0);
});

test('a second tab offers "use it here"; the first one lets go, and nothing is lost either way', async ({
  context,
  page,
  app,
}) => {
  await aPractice(page, app, 'T-01');

  const second = await context.newPage();
  await second.goto(app);
  await expect(useItHere(second)).toBeVisible(slow);
  await expect(second.getByText('The other tab does not answer')).toHaveCount(0);
  await useItHere(second).click();
  await unlock(second, passphrase);
  await openClient(second, 'T-01');
  await addTotal(second, 'PHQ-9', '2026-03-09', 8);
  await expect(response(second, 'PHQ-9', 19)).toBeVisible();

  await expect(useItHere(page), 'the first tab waits now').toBeVisible(slow);
  await expect(page.getByText('T-01'), 'and shows nobody').toHaveCount(0);
  await useItHere(page).click();
  await unlock(page, passphrase);
  await openClient(page, 'T-01');
  await expect(response(page, 'PHQ-9', 8)).toBeVisible(slow);
  await expect(response(page, 'PHQ-9', 19)).toBeVisible();
  await expect(useItHere(second)).toBeVisible(slow);
});

test('a tab that does not answer is told apart; when it comes to itself it writes nothing and locks', async ({
  context,
  page,
  app,
}) => {
  await aPractice(page, app, 'F-01');
  const second = await context.newPage();
  await goBesideTheApp(second, app);

  // Stuck, as a tab is that a debugger, a long computation or the system has stopped.
  await page.evaluate(() => {
    setTimeout(() => {
      const until = performance.now() + 12_000;
      while (performance.now() < until);
    });
  });
  await second.goto(app);
  await expect(second.getByText('The other tab does not answer')).toBeVisible(slow);
  await useItHere(second).click();
  await unlock(second, passphrase);
  await openClient(second, 'F-01');
  await addTotal(second, 'PHQ-9', '2026-03-09', 8);

  await expect(useItHere(page)).toBeVisible(keyDerivation);
  await expect(page.getByText('F-01')).toHaveCount(0);
  await expect(response(second, 'PHQ-9', 8)).toBeVisible();
  await expect(response(second, 'PHQ-9', 19)).toBeVisible();
});

test('a lock that somebody else stole ends the session; what was saved is there when it comes back', async ({
  context,
  page,
  app,
}) => {
  await aPractice(page, app, 'S-01');
  const thief = await context.newPage();
  await goBesideTheApp(thief, app);
  await thief.evaluate(() => {
    void navigator.locks.request('soundings-writer', { steal: true }, () => new Promise(() => undefined));
  });
  await expect(page.getByText('The other tab does not answer')).toBeVisible(slow);
  await expect(page.getByText('S-01')).toHaveCount(0);
  await thief.close();
  await useItHere(page).click();
  await unlock(page, passphrase);
  await openClient(page, 'S-01');
  await expect(response(page, 'PHQ-9', 19)).toBeVisible(slow);
});

test('the disk runs full: it is said, it can be exported, it survives locking, and it is saved when there is room', async ({
  context,
  page,
  app,
}) => {
  const devtools = await context.newCDPSession(page);
  // From the start: Chromium asks once and then counts down by itself.
  await devtools.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(app).origin,
    quotaSize: 16 * 1024 * 1024,
  });
  await aPractice(page, app, 'Q-01');
  await cachesAreMade(page);
  await fillUp(page);

  await test.step('it is not saved, and nothing says that it is', async () => {
    await typeTotal(page, 'PHQ-9', '2026-03-09', 8);
    await expect(notSaved(page)).toBeVisible(slow);
    await expect(page.getByText('Saved', { exact: true })).toHaveCount(0);
  });

  await test.step('everything on the screen can be taken out', async () => {
    await page.getByRole('button', { name: 'Export now' }).click();
    await expect(page.getByText('This device has no room left.')).toBeVisible();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download a readable copy' }).click();
    const exported = await downloading;
    expect(exported.suggestedFilename()).toMatch(/json$/);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  });

  await test.step('with room again, trying again saves it', async () => {
    await freeAgain(page);
    await page.getByRole('button', { name: 'Try again' }).click();
    await isSaved(page);
    await expect(response(page, 'PHQ-9', 8)).toBeVisible();
  });

  await test.step('locked while not saved, it is kept sealed beside the database', async () => {
    await cachesAreMade(page);
    await fillUp(page);
    await typeTotal(page, 'PHQ-9', '2026-03-16', 6);
    await expect(notSaved(page)).toBeVisible(slow);
    await page.keyboard.press('Alt+Shift+L');
    await page.getByRole('button', { name: 'Lock anyway' }).click();
    await expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible(slow);
    await expect(page.getByText('Q-01')).toHaveCount(0);
    const kept = await page.evaluate(() => localStorage.getItem('soundings-unsaved'));
    expect(kept).toContain('vaultId');
    // Decoded: in base64 three letters in a row come up by chance.
    const updates = [...(kept ?? '').matchAll(/"update":"([^"]+)"/g)].map(([, text]) => atob(text ?? ''));
    expect(updates.length).toBeGreaterThan(0);
    expect(updates.join()).not.toMatch(/Q-01|phq-9/i);
  });

  await test.step('on the full disk the vault opens all the same, to read; what waits is said', async () => {
    await unlock(page, passphrase);
    await expect(page.getByText('are still kept, sealed, in this browser')).toBeVisible(slow);
    await openClient(page, 'Q-01');
    for (const total of [8, 19]) await expect(response(page, 'PHQ-9', total)).toBeVisible(slow);
    await expect(page.getByText('This record is not whole')).toHaveCount(0);
    await expect(page.getByText('Something in Soundings went wrong')).toHaveCount(0);
    await typeTotal(page, 'PHQ-9', '2026-03-23', 5);
    await expect(notSaved(page)).toBeVisible(slow);
    await page.keyboard.press('Alt+Shift+L');
    await page.getByRole('button', { name: 'Lock anyway' }).click();
    await expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible(slow);
  });

  await test.step('with room again, both are taken in at the next unlock', async () => {
    await freeAgain(page);
    await unlock(page, passphrase);
    await openClient(page, 'Q-01');
    for (const total of [5, 6, 8, 19]) await expect(response(page, 'PHQ-9', total)).toBeVisible(slow);
    await isSaved(page);
    await expect.poll(() => page.evaluate(() => localStorage.getItem('soundings-unsaved'))).toBeNull();
    await page.reload();
    await unlock(page, passphrase);
    await openClient(page, 'Q-01');
    await expect(response(page, 'PHQ-9', 6)).toBeVisible(slow);
    await expect(page.getByText('This record is not whole')).toHaveCount(0);
  });
});

test('with no room even to set aside what is not saved it does not lock, says so, and offers to export it', async ({
  context,
  page,
  app,
}) => {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(app).origin,
    quotaSize: 16 * 1024 * 1024,
  });
  await page.goto(app);
  await makeVaultQuickly(page, passphrase);
  await addClient(page, 'R-01');
  await page.waitForTimeout(2_500);
  await fillUp(page);
  await typeTotal(page, 'PHQ-9', '2026-03-09', 8);
  await expect(notSaved(page)).toBeVisible(slow);
  await fillLocalStorage(page);
  await page.keyboard.press('Alt+Shift+L');
  const asking = page.getByRole('alertdialog');
  await asking.getByRole('button', { name: 'Lock anyway' }).click();
  await expect(asking).toContainText('Not locked: something would be lost', slow);
  await expect(asking.getByRole('button', { name: 'Lock anyway' })).toHaveCount(0);
  await asking.getByRole('button', { name: 'Export now' }).click();
  const exporting = page.getByRole('dialog', { name: 'Not everything is saved' });
  const downloading = page.waitForEvent('download');
  await exporting.getByRole('button', { name: 'Download a readable copy' }).click();
  expect((await downloading).suggestedFilename()).toMatch(/json$/);
  await exporting.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('heading', { name: 'R-01' }), 'nothing went away').toBeVisible();
});

test('the browser closes the documents in the middle of typing: saving goes on by itself', async ({
  page,
  app,
}) => {
  await keepConnections(page);
  await aPractice(page, app, 'C-01');
  await closeByForce(page, 'soundings-doc-');
  await addTotal(page, 'PHQ-9', '2026-03-09', 8);
  await closeByForce(page, 'soundings-doc-');
  await page.waitForTimeout(1_000);
  await isSaved(page);
  await page.reload();
  await unlock(page, passphrase);
  await openClient(page, 'C-01');
  await expect(response(page, 'PHQ-9', 8)).toBeVisible(slow);
  await expect(response(page, 'PHQ-9', 19)).toBeVisible();
});

test('the browser closes the vault’s tables: nothing is called saved that is not, and it can be exported', async ({
  page,
  app,
}) => {
  await keepConnections(page);
  await aPractice(page, app, 'V-01');
  await cachesAreMade(page);
  await closeByForce(page, 'soundings-vault');
  await typeTotal(page, 'PHQ-9', '2026-03-09', 8);
  await expect(notSaved(page)).toBeVisible(slow);
  await expect(page.getByRole('button', { name: 'Export now' })).toBeVisible();
});

test('somebody clears the site’s data while a client is open: it is said, and what is on the screen can be exported', async ({
  context,
  page,
  app,
}) => {
  await aPractice(page, app, 'D-01');
  await cachesAreMade(page);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', {
    origin: new URL(app).origin,
    storageTypes: 'indexeddb',
  });
  await typeTotal(page, 'PHQ-9', '2026-03-09', 8);
  await expect(notSaved(page)).toBeVisible(slow);
  await page.getByRole('button', { name: 'Export now' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download a readable copy' }).click();
  expect((await downloading).suggestedFilename()).toMatch(/json$/);
  await isOpen(page);
});

/** To the last letter. */
const fillLocalStorage = (page: Page): Promise<void> =>
  page.evaluate(() => {
    let ballast = '';
    for (let letters = 2 ** 22; letters >= 1; letters = Math.floor(letters / 2)) {
      try {
        localStorage.setItem('ballast', ballast + 'x'.repeat(letters));
        ballast += 'x'.repeat(letters);
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
      }
    }
  });

/** Keeps every connection of the page, so that the test can do what a browser does when it closes one by force. */
const keepConnections = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const connections: IDBDatabase[] = [];
    const open = Reflect.get<IDBFactory, 'open'>(IDBFactory.prototype, 'open');
    IDBFactory.prototype.open = function (
      this: IDBFactory,
      ...given: Parameters<IDBFactory['open']>
    ): IDBOpenDBRequest {
      const request = open.apply(this, given);
      request.addEventListener('success', () => connections.push(request.result));
      return request;
    };
    Object.assign(globalThis, {
      closeByForce: (prefix: string) => {
        for (const db of connections.filter(({ name }) => name.startsWith(prefix))) {
          db.close();
          db.dispatchEvent(new Event('close'));
        }
      },
    });
  });

const closeByForce = (page: Page, prefix: string): Promise<void> =>
  page.evaluate((start) => {
    (globalThis as unknown as { closeByForce: (prefix: string) => void }).closeByForce(start);
  }, prefix);
