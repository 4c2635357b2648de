import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { untilStoredOffline } from './support/service-worker.ts';
import { expect, test } from './support/test.ts';

const root = resolve(import.meta.dirname, '../..');
const nextBuild = resolve(root, 'dist/next-app');

test('the app can be installed', async ({ launch, app }) => {
  const { page, context } = await launch();
  await page.goto(app);
  await untilStoredOffline(page);
  const devtools = await context.newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
  const { manifest } = await devtools.send('Page.getAppManifest');
  expect(manifest.name).toBe('Soundings');
});

test('after one visit the app starts with no server at all', async ({ launch, ownServer }) => {
  const { page, context, watch } = await launch({ origin: () => ownServer.origin });
  await page.goto(ownServer.url);
  await untilStoredOffline(page);
  await ownServer.stop();
  watch.allow(/net::ERR_CONNECTION_REFUSED/);

  await page.reload();
  await expect(page.getByRole('heading').first()).toBeVisible();

  const another = await context.newPage();
  await another.goto(`${ownServer.url}#/clients`);
  await expect(another.getByRole('heading').first()).toBeVisible();
});

test('a new build is offered by version and hash, and nothing typed is lost before it is accepted', async ({
  launch,
  ownServer,
}) => {
  test.slow();
  const { page } = await launch({ origin: () => ownServer.origin });
  await page.goto(ownServer.url);
  await untilStoredOffline(page);
  // Controlled from the second visit on, as every visit after the first is.
  await page.reload();
  await expect(page.getByRole('heading').first()).toBeVisible();
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.setAttribute('aria-label', 'typed by the test');
    document.body.append(field);
  });
  const typed = page.getByLabel('typed by the test');
  await typed.fill('half a sentence');

  await promisify(execFile)(process.execPath, ['tests/browser/support/build-next.mjs', nextBuild], {
    cwd: root,
  });
  await ownServer.stop();
  await ownServer.start(nextBuild);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());

  const offer = page.getByRole('status').filter({ hasText: '99.1.0' });
  await expect(offer).toContainText('feedfacecafe');
  await expect(typed, 'no reload happened').toHaveValue('half a sentence');

  const reloaded = page.waitForEvent('framenavigated');
  await offer.getByRole('button').click();
  await reloaded;
  await expect(typed).toHaveCount(0);
  await expect(page.getByRole('heading').first()).toBeVisible();
  const running = await page.evaluate(async () => {
    const scripts = [...document.scripts].map((script) => script.src).filter((src) => src !== '');
    const texts = await Promise.all(scripts.map(async (src) => (await fetch(src)).text()));
    return texts.join('\n');
  });
  expect(running, 'the page runs the new build').toContain('feedfacecafe');
  await rm(nextBuild, { recursive: true, force: true });
});

test('version.json names the build that is served', async ({ page, app }) => {
  const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string };
  const answer = (await (await page.request.get(`${app}version.json`)).json()) as Record<string, string>;
  expect(answer['version']).toBe(version);
  expect(answer['hash']).toMatch(/^[0-9a-f]{12}$/);
});
