// The product's own paths, timed in a real browser on a vault on disk. The key derivation is left out (DESIGN 11 says "KDF
// apart"): it is passed in, as in the unit tests (VAULT L4).
import { Practice } from '../../../src/app/state/practice.svelte.ts';
import { derivation } from '../../../src/app/state/derivation.ts';
import { viewMeasures, type MeasureView } from '../../../src/app/state/client-chart.ts';
import { unpackChart } from '../../../src/app/state/pack-chart.ts';
import { writeEntries } from '../../../src/records/client-record.ts';
import { newEntryId } from '../../../src/records/ids.ts';
import type { ResponseEntry } from '../../../src/records/entry.ts';
import { VaultDoor } from '../../../src/sync/replica/vault-door.ts';
import type { VaultPorts } from '../../../src/sync/replica/vault-ports.ts';
import { openDexieVaultStore } from '../../../src/sync/store/dexie-vault-store.ts';
import { IndexeddbDocumentStore } from '../../../src/sync/store/indexeddb-document-store.ts';
import { KDF_FLOOR } from '../../../src/sync/vault/kdf.ts';
import { makeCaseload } from '../../../tests/caseload/make-caseload.ts';
import type { MadeUpClient } from '../../../tests/caseload/made-up.ts';

const passphrase = 'bench';
const today = '2026-06-01';
const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

async function door(): Promise<VaultDoor> {
  const opening = await openDexieVaultStore();
  if (opening.kind !== 'opened') throw new Error(opening.reason);
  const ports: VaultPorts = {
    tables: opening.store,
    documents: new IndexeddbDocumentStore(),
    deriveKey: async (text) =>
      new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
    kdfCost: () => Promise.resolve(KDF_FLOOR),
    credentials: null,
    random,
    now: () => new Date().toISOString(),
  };
  const hold = { isStillWriter: () => Promise.resolve(true) };
  return new VaultDoor(ports, hold, false);
}

async function unlockedPractice(): Promise<Practice> {
  const outcome = await (await door()).unlock(passphrase);
  if (outcome.kind !== 'open') throw new Error(outcome.kind);
  return Practice.open(outcome.session);
}

/** Milliseconds that `work` takes. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

let made: readonly MadeUpClient[] = [];
const longest = (): MadeUpClient => made.reduce((a, b) => (b.entries.length > a.entries.length ? b : a));

/** Makes a vault with a made-up practice; returns how long the import took and how large the same content is as JSON. */
export async function makePractice(clients: number, years: number, meanSessions: number) {
  made = makeCaseload({ seed: 7, clients, years, today, meanSessions }).clients;
  const { session } = await (await door()).found(passphrase);
  const practice = await Practice.open(session);
  const before = (await navigator.storage.estimate()).usage ?? 0;
  const importMs = await timed(async () => {
    for (let at = 0; at < made.length; at += 200) await practice.addClients(made.slice(at, at + 200));
  });
  const plainBytes = new TextEncoder().encode(JSON.stringify(made)).length;
  await session.flush();
  const usedBytes = ((await navigator.storage.estimate()).usage ?? 0) - before;
  const sessions = made.reduce(
    (sum, { entries }) => sum + entries.filter(({ kind }) => kind === 'session').length,
    0,
  );
  return {
    importMs,
    plainBytes,
    usedBytes,
    sessions,
    entries: made.reduce((sum, { entries }) => sum + entries.length, 0),
  };
}

/** Unlock (without the key derivation) until the caseload can be shown. */
export async function unlockToCaseload(times: number): Promise<number> {
  const found: number[] = [];
  for (let run = 0; run < times; run += 1) {
    let practice: Practice | null = null;
    found.push(
      await timed(async () => {
        practice = await unlockedPractice();
        if (practice.clients.length !== made.length) throw new Error('the caseload is not complete');
      }),
    );
    await (practice as Practice | null)?.directory();
  }
  return median(found);
}

/** From the click to everything that chart, table and sentences need, for the client with the most sessions. */
export async function openChart(times: number): Promise<{ ms: number; points: number }> {
  const practice = await unlockedPractice();
  await practice.directory();
  const { id } = longest();
  let views: readonly MeasureView[] = [];
  const found: number[] = [];
  for (let run = 0; run < times; run += 1) {
    found.push(
      await timed(async () => {
        const plain = await practice.session.readSeries(id, derivation);
        if (!plain) throw new Error('no series row');
        views = viewMeasures(unpackChart(plain), practice.findInstrument, practice.choicesFor(null));
      }),
    );
  }
  return { ms: median(found), points: views.reduce((sum, { series }) => sum + series.points.length, 0) };
}

/** Opens the same client's document until it could be typed into. */
export async function openDocument(times: number): Promise<number> {
  const practice = await unlockedPractice();
  const { id } = longest();
  const found: number[] = [];
  for (let run = 0; run < times; run += 1) {
    found.push(
      await timed(async () => {
        const document = await practice.session.openClient(id);
        if (document.inner.getMap('entries').size === 0) throw new Error('an empty document');
        await practice.session.release(document);
      }),
    );
  }
  return median(found);
}

/** One entry: from the edit to the completed strict transaction, batching apart. The first of a burst is left out. */
export async function saveEntry(times: number): Promise<number> {
  const practice = await unlockedPractice();
  const { id } = made[0] ?? longest();
  const document = await practice.session.openClient(id);
  const template = made[0]?.entries.find((entry): entry is ResponseEntry => entry.kind === 'response');
  if (!template) throw new Error('no response to copy');
  const found: number[] = [];
  for (let run = 0; run <= times; run += 1) {
    writeEntries(document.inner, [{ ...template, id: newEntryId(random) }]);
    found.push(
      await timed(async () => {
        if ((await document.flush()).kind !== 'saved') throw new Error('not saved');
      }),
    );
  }
  await practice.session.release(document);
  return median(found.slice(1));
}

/** Sealed sizes of every document, for the hand-written limits. */
export async function sealedSizes(): Promise<number[]> {
  const practice = await unlockedPractice();
  const sizes: number[] = [];
  for (const { id } of made) {
    const document = await practice.session.openClient(id);
    sizes.push(document.encodeOuter().length);
    await practice.session.release(document);
  }
  return sizes;
}

/** The plain text of the packed caseload and of the longest chart, for the hand-written limits. */
export async function packedPlain(): Promise<{ caseload: number[][]; chart: number[] }> {
  const practice = await unlockedPractice();
  const blocks = await practice.session.readSummaries(derivation);
  const chart = await practice.session.readSeries(longest().id, derivation);
  return { caseload: [...blocks.values()].map((block) => [...block]), chart: [...(chart ?? [])] };
}

/** The entries of the client with the most sessions. */
export const longestEntries = (): readonly unknown[] => longest().entries;
