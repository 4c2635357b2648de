// The store's faults, for real: the browser closes databases, disks fill, rows rot, tabs freeze, processes die.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import type { ViteDevServer } from 'vite';
import { serveHarness } from './harness/serve.ts';
import { chromiumLaunch } from './support/chromium.ts';

let origin = '';
let server: ViteDevServer;

test.beforeAll(async ({}, { workerIndex }) => {
  ({ origin, server } = await serveHarness(workerIndex));
});
test.afterAll(() => server.close());

/** Opens the harness; what comes back fills with uncaught errors and unheard rejections of the page. */
async function openHarness(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${origin}/store.html`);
  await page.waitForSelector('html[data-ready]');
  return faults;
}

/** What a test leaves on the page's window between two calls. */
declare global {
  interface Window {
    kept: {
      log: Awaited<ReturnType<InstanceType<Window['harness']['IndexeddbDocumentStore']>['open']>>;
      statuses: string[];
      stopTyping: () => number;
      writer: { readonly lost: Promise<void>; isStillWriter: () => Promise<boolean> };
    };
  }
}

const cdp = (page: Page): Promise<CDPSession> => page.context().newCDPSession(page);

/** Blobs and head of a document as a fresh page finds them. */
async function readAgain(
  page: Page,
  docId: string,
): Promise<{ blobs: number; damaged: number; head: string }> {
  await page.goto('about:blank');
  await openHarness(page);
  return page.evaluate(async (id) => {
    const { harness } = window;
    const log = await harness.storeWithoutRetries().open(id);
    const head = (await harness.headOf(log.outer)).join(' ');
    return { blobs: harness.blobsOf(log).length, damaged: log.damagedRows.length, head };
  }, docId);
}

test('documents keep their contract in a real browser', async ({ page }) => {
  const faults = await openHarness(page);
  expect(await page.evaluate(() => window.harness.caseCounts.documents)).toBeGreaterThan(8);
  expect(await page.evaluate(() => window.harness.contractFaults('documents'))).toEqual([]);
  expect(faults).toEqual([]);
});

test('the vault’s tables keep their contract in a real browser, strictly durable', async ({ page }) => {
  const faults = await openHarness(page);
  await page.evaluate(() => {
    const begin = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')
      ?.value as IDBDatabase['transaction'];
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args) {
      const transaction = begin.apply(this, args);
      if (transaction.mode === 'readwrite')
        document.documentElement.dataset[transaction.durability === 'strict' ? 'strict' : 'loose'] = 'yes';
      return transaction;
    };
  });
  expect(await page.evaluate(() => window.harness.caseCounts.vault)).toBeGreaterThan(8);
  expect(await page.evaluate(() => window.harness.contractFaults('vault'))).toEqual([]);
  expect(
    await page.evaluate(() => Object.fromEntries(Object.entries(document.documentElement.dataset))),
  ).toEqual({
    ready: 'yes',
    strict: 'yes',
  });
  expect(faults).toEqual([]);
});

test('a document that is only read is not written: no writing transaction, no new database', async ({
  page,
}) => {
  const faults = await openHarness(page);
  await page.evaluate(async () => {
    const log = await window.harness.storeWithoutRetries().open('read-only');
    for (let n = 0; n < 10; n += 1) window.harness.blobsOf(log).push([new Uint8Array([n])]);
    await log.close();
  });
  const result = await page.evaluate(async () => {
    const modes: string[] = [];
    const begin = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')
      ?.value as IDBDatabase['transaction'];
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args) {
      modes.push(args[1] ?? 'readonly');
      return begin.apply(this, args);
    };
    const store = window.harness.storeWithoutRetries();
    const log = await store.open('read-only');
    const blobs = window.harness.blobsOf(log).length;
    await log.close();
    await (await store.open('never-written')).close();
    const names = (await indexedDB.databases()).map((database) => database.name);
    return { blobs, modes: [...new Set(modes)], names };
  });
  expect(result).toEqual({ blobs: 10, modes: ['readonly'], names: ['soundings-doc-read-only'] });
  expect(faults).toEqual([]);
});

test('the browser clears the site in the middle of typing: no edit throws, everything is written again', async ({
  page,
}) => {
  const faults = await openHarness(page);
  const session = await cdp(page);
  await page.evaluate(async () => {
    const log = await new window.harness.IndexeddbDocumentStore().open('cleared');
    const blobs = window.harness.blobsOf(log);
    const statuses: string[] = [];
    log.subscribe((status) => statuses.push(status.kind === 'not-saved' ? status.reason : status.kind));
    blobs.push([new Uint8Array([1])]);
    await log.settled();
    let typed = 1;
    const typing = setInterval(() => {
      blobs.push([new Uint8Array([(typed += 1) & 255])]);
    }, 3);
    const stopTyping = () => {
      clearInterval(typing);
      return typed;
    };
    window.kept = { ...window.kept, log, statuses, stopTyping };
  });
  await page.waitForTimeout(200);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await page.waitForTimeout(400);
  const result = await page.evaluate(async () => {
    const { log, statuses, stopTyping } = window.kept;
    const typed = stopTyping();
    await window.harness.until(log, 'saved');
    return { typed, statuses: [...new Set(statuses)].sort(), status: await log.settled() };
  });
  expect(result.statuses).toContain('closed');
  expect(result.status).toEqual({ kind: 'saved' });
  expect(faults).toEqual([]);
  expect((await readAgain(page, 'cleared')).blobs).toBe(result.typed);
});

test('a closed connection that fires `close` (Safari in the background) is opened again without loss', async ({
  page,
}) => {
  const faults = await openHarness(page);
  const typed = await page.evaluate(async () => {
    const open = indexedDB.open.bind(indexedDB);
    const connections: IDBDatabase[] = [];
    indexedDB.open = (name, version) => {
      const request = version === undefined ? open(name) : open(name, version);
      request.addEventListener('success', () => connections.push(request.result));
      return request;
    };
    const log = await new window.harness.IndexeddbDocumentStore().open('forced');
    const blobs = window.harness.blobsOf(log);
    let typed = 0;
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 20; n += 1) blobs.push([new Uint8Array([(typed += 1)])]);
      if (round === 1) await log.settled();
      for (const db of connections.splice(0)) {
        db.close();
        db.dispatchEvent(new Event('close'));
      }
      for (let n = 0; n < 20; n += 1) blobs.push([new Uint8Array([(typed += 1)])]);
      await window.harness.until(log, 'saved');
    }
    await log.close();
    return typed;
  });
  expect(typed).toBe(120);
  expect(faults).toEqual([]);
  expect((await readAgain(page, 'forced')).blobs).toBe(120);
});

test('a database deleted by another tab stays deleted until the person asks to save', async ({
  page,
  context,
}) => {
  const faults = await openHarness(page);
  await page.evaluate(async () => {
    const log = await new window.harness.IndexeddbDocumentStore().open('erased');
    window.harness.blobsOf(log).push([new Uint8Array([1])]);
    await log.settled();
    window.kept = { ...window.kept, log };
  });
  const other = await context.newPage();
  await openHarness(other);
  await other.evaluate(() => window.harness.storeWithoutRetries().remove('erased'));
  const result = await page.evaluate(async () => {
    const { log } = window.kept;
    const gone = await window.harness.until(log, 'not-saved');
    window.harness.blobsOf(log).push([new Uint8Array([2])]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const ids = await window.harness.storeWithoutRetries().list();
    return { gone, ids, retried: await log.retry() };
  });
  expect(result).toEqual({
    gone: { kind: 'not-saved', reason: 'closed' },
    ids: [],
    retried: { kind: 'saved' },
  });
  expect(faults).toEqual([]);
  expect((await readAgain(page, 'erased')).blobs).toBe(2);
});

test('a full disk is told as such, and once there is room a retry saves everything', async ({ page }) => {
  const faults = await openHarness(page);
  const session = await cdp(page);
  // Before the first write: afterwards Chromium goes by an older figure for up to half a minute.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 500_000 });
  await page.evaluate(async () => {
    const log = await window.harness.storeWithoutRetries().open('full');
    window.kept = { ...window.kept, log };
  });
  const push = (bytes: number) =>
    page.evaluate(async (size) => {
      const { log } = window.kept;
      window.harness.blobsOf(log).push([crypto.getRandomValues(new Uint8Array(size))]);
      return log.settled();
    }, bytes);
  let status = await push(60_000);
  for (let tries = 0; status.kind === 'saved' && tries < 40; tries += 1) status = await push(60_000);
  expect(status).toEqual({ kind: 'not-saved', reason: 'quota' });
  // A small one that still fits does not make it saved: what is missing is missing.
  expect((await push(1)).kind).toBe('not-saved');
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  const after = await page.evaluate(async () => {
    const { log } = window.kept;
    const status = await log.retry();
    return {
      status,
      blobs: window.harness.blobsOf(log).length,
      head: (await window.harness.headOf(log.outer)).join(' '),
    };
  });
  expect(after.status).toEqual({ kind: 'saved' });
  expect(faults).toEqual([]);
  expect(await readAgain(page, 'full')).toEqual({ blobs: after.blobs, damaged: 0, head: after.head });
});

test('one aborted transaction of twenty: not saved until a full state is, and then nothing is missing', async ({
  page,
}) => {
  const faults = await openHarness(page);
  const result = await page.evaluate(async () => {
    const log = await window.harness.storeWithoutRetries().open('aborted');
    const add = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'add')
      ?.value as IDBObjectStore['add'];
    let adds = 0;
    IDBObjectStore.prototype.add = function (this: IDBObjectStore, value: unknown) {
      const request = add.call(this, value);
      if ((adds += 1) === 5) this.transaction.abort();
      return request;
    };
    for (let n = 0; n < 20; n += 1) {
      window.harness.blobsOf(log).push([new Uint8Array([n])]);
      await log.settled();
    }
    const before = log.status;
    const rowsOnDisk = await window.harness.rowCount('aborted');
    return { before, rowsOnDisk, after: await log.retry() };
  });
  expect(result).toEqual({
    before: { kind: 'not-saved', reason: 'aborted' },
    rowsOnDisk: 19,
    after: { kind: 'saved' },
  });
  expect(faults).toEqual([]);
  expect((await readAgain(page, 'aborted')).blobs).toBe(20);
});

test('flipped and truncated rows are shown, kept, and never trimmed away; edits go on beside them', async ({
  page,
}) => {
  const faults = await openHarness(page);
  const result = await page.evaluate(async () => {
    const { harness } = window;
    const writer = await harness.storeWithoutRetries().open('rotten');
    for (let n = 0; n < 6; n += 1) {
      harness.blobsOf(writer).push([new Uint8Array(300).fill(n)]);
      await writer.settled();
    }
    await writer.close();
    const rows = (await harness.rows('rotten')) as Uint8Array[];
    const flipped = rows[4]?.slice() ?? new Uint8Array();
    flipped[0] = 0xff; // the number of clients in the update
    await harness.replaceRow('rotten', 5, flipped);
    await harness.replaceRow('rotten', 6, rows[5]?.slice(0, 100));
    const log = await harness.storeWithoutRetries().open('rotten');
    const loaded = harness.blobsOf(log).length;
    harness.blobsOf(log).push([new Uint8Array([7])]);
    const status = await log.settled();
    await log.trim();
    await log.close();
    return {
      loaded,
      status,
      damagedKeys: log.damagedRows.map((row) => row.key),
      rows: await harness.rowCount('rotten'),
      keptAsTheyWere: (await harness.rows('rotten')).map((row) => (row as Uint8Array).length)[5],
    };
  });
  expect(result).toEqual({
    loaded: 4,
    status: { kind: 'saved' },
    damagedKeys: [5, 6],
    rows: 7,
    keptAsTheyWere: 100,
  });
  expect(faults).toEqual([]);
  expect(await readAgain(page, 'rotten')).toMatchObject({ blobs: 5, damaged: 2 });
});

test('SIGKILL right after Saved: it is there', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'soundings-store-'));
  const launch = async (): Promise<{ context: BrowserContext; page: Page }> => {
    const context = await chromium.launchPersistentContext(profile, {
      ...chromiumLaunch,
      args: [...chromiumLaunch.args, '--disable-quic', '--no-first-run', '--disable-background-networking'],
    });
    return { context, page: context.pages()[0] ?? (await context.newPage()) };
  };
  try {
    const first = await launch();
    await openHarness(first.page);
    const browserSession = await cdpOfBrowser(first.context);
    const { processInfo } = await browserSession.send('SystemInfo.getProcessInfo');
    const head = await first.page.evaluate(async () => {
      const { harness } = window;
      const log = await harness.storeWithoutRetries().open('killed');
      for (let n = 0; n < 50; n += 1)
        harness.blobsOf(log).push([crypto.getRandomValues(new Uint8Array(2_000))]);
      if ((await log.settled()).kind !== 'saved') throw new Error('not saved');
      const vault = await harness.openDexieVaultStore();
      if (vault.kind === 'cannot-open') throw new Error(vault.reason);
      await vault.store.markDirty(['killed']);
      return (await harness.headOf(log.outer)).join(' ');
    });
    const closed = first.context.waitForEvent('close');
    for (const { id, type } of processInfo) if (type === 'browser') process.kill(id, 'SIGKILL');
    await closed;

    const second = await launch();
    expect(await readAgain(second.page, 'killed')).toEqual({ blobs: 50, damaged: 0, head });
    const dirty = await second.page.evaluate(async () => {
      const vault = await window.harness.openDexieVaultStore();
      return vault.kind === 'opened' ? vault.store.readDirty() : [];
    });
    expect(dirty).toEqual(['killed']);
    await second.context.close();
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
});

async function cdpOfBrowser(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (browser === null) throw new Error('the persistent context has no browser');
  return browser.newBrowserCDPSession();
}

test('two tabs: one writes, the other hears whether it lives, takes over, and the first one knows', async ({
  page,
  context,
}) => {
  const faults = await openHarness(page);
  const take = async (tab: Page, how: 'takeWriterLock' | 'stealWriterLock') =>
    tab.evaluate(async (name) => {
      const opening = await window.harness.openDexieVaultStore('lock-test');
      if (opening.kind === 'cannot-open') throw new Error(opening.reason);
      const outcome = await window.harness[name]({
        store: opening.store,
        locks: navigator.locks,
        channel: new BroadcastChannel('soundings-writer'),
        now: () => performance.now(),
        answerWithinMs: 500,
      });
      if (outcome.kind === 'elsewhere') return outcome.lastHeartbeatMs ?? 'no answer';
      window.kept = { ...window.kept, writer: outcome };
      return outcome.generation;
    }, how);
  const isStillWriter = (tab: Page) => tab.evaluate(() => window.kept.writer.isStillWriter());

  expect(await take(page, 'takeWriterLock')).toBe(1);
  const other = await context.newPage();
  await openHarness(other);
  const heardAfterMs = await take(other, 'takeWriterLock');
  expect(typeof heardAfterMs).toBe('number');

  // A tab that runs nothing for four seconds, as a frozen one: its lock stays, its answers do not come.
  await page.evaluate(() => {
    setTimeout(() => {
      const end = performance.now() + 4_000;
      while (performance.now() < end);
    }, 0);
  });
  expect(await take(other, 'takeWriterLock')).toBe('no answer');
  expect(await take(other, 'stealWriterLock')).toBe(2);
  await page.evaluate(() => window.kept.writer.lost);
  expect(await isStillWriter(page)).toBe(false);
  expect(await isStillWriter(other)).toBe(true);
  expect(faults).toEqual([]);

  await other.close(); // the lock goes with its tab
  const third = await context.newPage();
  await openHarness(third);
  expect(await take(third, 'takeWriterLock')).toBe(3);
});

test('what saving costs is reported', async ({ page }, info) => {
  await openHarness(page);
  const cost = await page.evaluate(() => window.harness.costOfSaving(40));
  info.annotations.push({ type: 'cost in ms', description: JSON.stringify(cost) });
  expect(cost.keystrokeMs).toBeGreaterThan(0);
});
