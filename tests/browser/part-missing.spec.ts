// Parts of the app are fetched when they are needed. If the place they come from is gone by then, it is said, and can be tried again.
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import type { AppServer } from './support/app-server.ts';
import type { LaunchedProfile } from './support/profile.ts';
import { expect, test } from './support/test.ts';

type Launch = (options: { origin: () => string }) => Promise<LaunchedProfile>;

/**
 * A page of its own server, whose browser has no service worker: otherwise it depends on chance how much that one has kept by the
 * time the server stops.
 */
async function withoutWorker(launch: Launch, ownServer: AppServer): Promise<Page> {
  const { page, context, watch } = await launch({ origin: () => ownServer.origin });
  await context.route('**/service-worker.js', (route) => route.fulfill({ status: 404 }));
  watch.allow(/net::ERR_CONNECTION_REFUSED|HTTP response code \(404\)/);
  await page.goto(ownServer.url);
  return page;
}

test('the server is gone before the example is fetched: one calm sentence, and trying again goes on', async ({
  launch,
  ownServer,
}) => {
  const page = await withoutWorker(launch, ownServer);
  const look = page.getByRole('button', { name: 'Look around first' });
  await expect(look).toBeVisible();
  await page.waitForLoadState('networkidle');
  await ownServer.stop();

  await look.click();
  const tryAgain = page.getByRole('button', { name: 'Try again' });
  await expect(page.getByText('A part of Soundings could not be fetched')).toBeVisible();
  await expect(page.getByText('Something in Soundings went wrong')).toHaveCount(0);
  await expectAccessible(page, 'a part is missing');
  await tryAgain.click();
  await expect(page.getByRole('alert').filter({ hasText: 'Still no answer' })).toBeVisible();
  await expect(look, 'the page is still there').toBeVisible();

  await ownServer.start();
  await tryAgain.click();
  await expect(tryAgain).toHaveCount(0);
  await look.click();
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
});

test('the server is gone before a screen is fetched: the screen says so, and trying again brings it', async ({
  launch,
  ownServer,
}) => {
  const page = await withoutWorker(launch, ownServer);
  await page.getByRole('button', { name: 'Look around first' }).click();
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await ownServer.stop();

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click();
  await expect(page.getByRole('heading', { name: 'A part of Soundings could not be fetched' })).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Still no answer' })).toBeVisible();
  await ownServer.start();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Look around first' })).toBeVisible();
});
