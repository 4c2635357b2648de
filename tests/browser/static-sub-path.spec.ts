import { builtApp } from './support/app-server.ts';
import { startPlainStaticServer } from './support/plain-static-server.ts';
import { untilStoredOffline } from './support/service-worker.ts';
import { expect, test } from './support/test.ts';

test('the built folder works from a plain host under a sub-path, offline too', async ({ launch }) => {
  const server = await startPlainStaticServer(builtApp);
  try {
    const { page, watch } = await launch({ origin: () => server.origin });
    await page.goto(server.url);
    const heading = page.getByRole('heading').first();
    await expect(heading).toBeVisible();
    await untilStoredOffline(page);

    const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
    expect(scope, 'the service worker keeps to its folder').toBe(server.url);
    const outside = watch.requests.filter((url) => !url.startsWith(server.url));
    expect(outside, 'nothing is asked for outside the folder').toEqual([]);

    await page.goto(`${server.url}#/settings`);
    await page.reload();
    await expect(heading).toBeVisible();
    expect(page.url(), 'a deep link stays as it was').toBe(`${server.url}#/settings`);

    await server.stop();
    watch.allow(/net::ERR_CONNECTION_REFUSED/);
    await page.reload();
    await expect(heading).toBeVisible();
    expect(page.url()).toBe(`${server.url}#/settings`);
  } finally {
    await server.stop();
  }
});
