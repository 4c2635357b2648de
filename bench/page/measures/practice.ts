// The product's own paths, timed in a real browser on a vault on disk, each in turn with its limit.
import { derivation } from '../../../src/app/state/derivation.ts';
import { viewMeasures } from '../../../src/app/state/client-chart.ts';
import { unpackChart } from '../../../src/app/state/pack-chart.ts';
import type { Practice } from '../../../src/app/state/practice.svelte.ts';
import { writeEntries } from '../../../src/records/client-record.ts';
import type { ClientId, ResponseEntry } from '../../../src/records/entry.ts';
import { newEntryId } from '../../../src/records/ids.ts';
import { makeCaseload } from '../../../tests/caseload/make-caseload.ts';
import { makeClient } from '../../../tests/caseload/make-client.ts';
import type { MadeUpClient } from '../../../tests/caseload/made-up.ts';
import { lastDerivedAt, openBenchDoor, random, waitForAKey } from '../support/bench-vault.ts';
import { oneUpdate, packedRows, strictPut } from '../support/limits.ts';
import { inTurn, timed, type Pair } from '../support/timing.ts';

const today = '2026-06-01';
const seed = 7;
const clientsAtOnce = 200;

let made: readonly MadeUpClient[] = [];

const sessionsOf = ({ entries }: MadeUpClient): number =>
  entries.filter(({ kind }) => kind === 'session').length;

/** The client whose number of sessions is nearest to this one. */
function clientWith(sessions: number): MadeUpClient {
  const distance = (client: MadeUpClient): number => Math.abs(sessionsOf(client) - sessions);
  const [first, ...others] = made;
  if (!first) throw new Error('there is no practice yet');
  return others.reduce((a, b) => (distance(b) < distance(a) ? b : a), first);
}

/** Courses as they come, and one of 500 sessions, which is what ten years of every week are. */
function makeClients(clients: number, years: number, meanSessions: number): readonly MadeUpClient[] {
  const { clients: courses } = makeCaseload({ seed, clients: clients - 1, years, today, meanSessions });
  const plan = { seed, index: clients - 1, course: 'loses-the-gain', startOn: '2013-01-07' } as const;
  return [...courses, makeClient({ ...plan, sessions: 500, today })];
}

/** Makes a vault with a made-up practice; returns how long the import took and how large the same content is as JSON. */
export async function makePractice(clients: number, years: number, meanSessions: number) {
  made = makeClients(clients, years, meanSessions);
  const door = await openBenchDoor();
  const practice = await door.found();
  const before = (await navigator.storage.estimate()).usage ?? 0;
  const importMs = await timed(async () => {
    for (let at = 0; at < made.length; at += clientsAtOnce)
      await practice.addClients(made.slice(at, at + clientsAtOnce));
  });
  const plainBytes = new TextEncoder().encode(JSON.stringify(made)).length;
  await door.shut(practice);
  const usedBytes = ((await navigator.storage.estimate()).usage ?? 0) - before;
  const sessions = made.reduce((sum, client) => sum + sessionsOf(client), 0);
  return { importMs, plainBytes, usedBytes, sessions };
}

async function withPractice<T>(work: (practice: Practice) => Promise<T>): Promise<T> {
  const door = await openBenchDoor();
  const practice = await door.unlock();
  await practice.deriveNow(new Set());
  try {
    return await work(practice);
  } finally {
    await door.shut(practice);
  }
}

/** The caseload's blocks, opened. */
const plainBlocks = (): Promise<Uint8Array<ArrayBuffer>[]> =>
  withPractice(async ({ session }) =>
    [...(await session.readSummaries(derivation)).values()].map((block) => new Uint8Array(block)),
  );

/**
 * Unlock until the caseload can be shown: from the moment the key is derived (what is sealed was read meanwhile), or, with a key
 * in hand, from the start.
 */
export async function unlockToCaseload(kdf: 'derived-anew' | 'in-hand', times: number): Promise<Pair> {
  const limit = await packedRows('limit-caseload', await plainBlocks());
  const unlock = async (): Promise<number> => {
    const door = await openBenchDoor(kdf);
    const start = performance.now();
    const practice = await door.unlock();
    if (practice.clients.length !== made.length) throw new Error('the caseload is not complete');
    const ms = performance.now() - Math.max(start, lastDerivedAt());
    await door.shut(practice);
    return ms;
  };
  const limitAsLate = async (): Promise<number> => {
    if (kdf === 'derived-anew') await waitForAKey();
    return limit();
  };
  return inTurn(times, unlock, limitAsLate);
}

async function plainSeries(practice: Practice, id: ClientId): Promise<Uint8Array<ArrayBuffer>> {
  const plain = await practice.session.readSeries(id, derivation);
  if (!plain) throw new Error('no series row');
  return new Uint8Array(plain);
}

/** From the click to everything that chart, table and sentences need, for a client with about so many sessions. */
export function openChart(sessions: number, times: number): Promise<Pair> {
  const { id } = clientWith(sessions);
  return withPractice(async (practice) => {
    const limit = await packedRows('limit-chart', [await plainSeries(practice, id)]);
    const open = (): Promise<number> =>
      timed(async () => {
        const chart = unpackChart(await plainSeries(practice, id));
        if (viewMeasures(chart, practice.findInstrument, practice.choicesFor(null)).length === 0)
          throw new Error('an empty chart');
      });
    return inTurn(times, open, limit);
  });
}

/** The limit alone, as a figure: what a larger vault costs the browser itself. */
export const readChartByHand = async (sessions: number, times: number): Promise<{ value: number }> => ({
  value: (await openChart(sessions, times)).limit,
});

/** Opens the same client's document until it could be typed into. */
export function openDocument(sessions: number, times: number): Promise<Pair> {
  const { id, entries } = clientWith(sessions);
  return withPractice(async ({ session }) => {
    const open = async (): Promise<number> => {
      const start = performance.now();
      const document = await session.openClient(id);
      if (document.inner.getMap('entries').size === 0) throw new Error('an empty document');
      const ms = performance.now() - start;
      await session.release(document);
      return ms;
    };
    return inTurn(times, open, await oneUpdate(entries));
  });
}

/** One entry: from the edit to the completed strict transaction, batching apart. */
export function saveEntry(times: number): Promise<Pair> {
  const client = clientWith(40);
  const template = client.entries.find((entry): entry is ResponseEntry => entry.kind === 'response');
  if (!template) throw new Error('no response to copy');
  return withPractice(async ({ session }) => {
    const document = await session.openClient(client.id);
    const save = async (): Promise<number> => {
      const before = document.encodeOuter().length;
      writeEntries(document.inner, [{ ...template, id: newEntryId(random) }]);
      const ms = await timed(async () => {
        if ((await document.flush()).kind !== 'saved') throw new Error('not saved');
      });
      savedBytes = document.encodeOuter().length - before;
      return ms;
    };
    let savedBytes = 0;
    await save();
    const pair = await inTurn(times, save, await strictPut(savedBytes));
    await session.release(document);
    return pair;
  });
}

/** Sealed sizes of every document, for the import's limit. */
export const sealedSizes = (): Promise<number[]> =>
  withPractice(async ({ session }) => {
    const sizes: number[] = [];
    for (const { id } of made) {
      const document = await session.openClient(id);
      sizes.push(document.encodeOuter().length);
      await session.release(document);
    }
    return sizes;
  });
