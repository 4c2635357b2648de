import { mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { chromiumLaunch } from './chromium.ts';
import { Watch } from './watch.ts';

export interface LaunchedProfile {
  readonly folder: string;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly watch: Watch;
  /** An orderly quit; the folder stays. */
  close(): Promise<void>;
  /** SIGKILL to the browser process, as a crash would: nothing is flushed. The folder stays. */
  kill(): Promise<void>;
}

export const newProfileFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'soundings-profile-'));

export const removeProfileFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });

/** Chromium writes `<host>-<pid>` as the target of this link. */
async function browserPid(folder: string): Promise<number> {
  const pid = Number((await readlink(join(folder, 'SingletonLock'))).split('-').at(-1));
  if (!Number.isInteger(pid) || pid < 2) throw new Error('the profile does not say which process holds it');
  return pid;
}

/**
 * The real browser on a real profile folder: storage is on disk, as a therapist's is, not in memory as in a test context.
 * `args` are added to the usual ones.
 */
export async function launchProfile(
  folder: string,
  origin: () => string,
  args: readonly string[] = [],
): Promise<LaunchedProfile> {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: chromiumLaunch.executablePath,
    args: [...chromiumLaunch.args, ...args],
    viewport: { width: 1280, height: 800 },
  });
  const watch = await new Watch(origin).attach(context);
  const page = context.pages()[0] ?? (await context.newPage());
  const closed = new Promise<void>((done) => context.once('close', () => done()));
  return {
    folder,
    context,
    page,
    watch,
    close: () => context.close(),
    kill: async () => {
      process.kill(await browserPid(folder), 'SIGKILL');
      await closed;
    },
  };
}
