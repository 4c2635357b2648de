// `test` and `expect` for every browser test: the built app behind our server, and a watch on whatever it does.
import { test as base, expect } from '@playwright/test';
import { AppServer } from './app-server.ts';
import { launchProfile, newProfileFolder, removeProfileFolder, type LaunchedProfile } from './profile.ts';
import { Watch } from './watch.ts';

// Requests made by the service worker are requests too.
process.env['PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS'] = '1';

interface WorkerFixtures {
  /** One server for each test worker; its port, and so its origin, stays the same. */
  sharedServer: AppServer;
}

interface TestFixtures {
  /** The address of the built app. */
  app: string;
  /** A server of this test's own, that it may stop and start again. */
  ownServer: AppServer;
  /** What the test's context asked for and complained about; asserted to be clean at the end. */
  watch: Watch;
  /**
   * Starts the browser on a profile folder (a new one unless given). Its watch is asserted at the end, and folders
   * made here are removed.
   */
  launch: (options?: {
    folder?: string;
    origin?: () => string;
    args?: readonly string[];
  }) => Promise<LaunchedProfile>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  sharedServer: [
    async ({}, use) => {
      const server = await new AppServer().start();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  app: async ({ sharedServer }, use) => use(sharedServer.url),
  ownServer: async ({}, use) => {
    const server = await new AppServer().start();
    await use(server);
    await server.stop();
  },
  watch: [
    async ({ context, sharedServer }, use) => {
      const watch = await new Watch(() => sharedServer.origin).attach(context);
      await use(watch);
      watch.assertClean();
    },
    { auto: true },
  ],
  // Asks for the test's own server so that Playwright ends it after the browsers: a page may still be fetching.
  launch: async ({ sharedServer, ownServer: _outlivesTheBrowsers }, use) => {
    const profiles: LaunchedProfile[] = [];
    const folders: string[] = [];
    await use(async (options = {}) => {
      const folder = options.folder ?? (await newProfileFolder());
      folders.push(folder);
      const profile = await launchProfile(
        folder,
        options.origin ?? (() => sharedServer.origin),
        options.args,
      );
      profiles.push(profile);
      return profile;
    });
    for (const profile of profiles) await profile.close();
    for (const profile of profiles) profile.watch.assertClean();
    for (const folder of new Set(folders)) await removeProfileFolder(folder);
  },
});

export { expect };
