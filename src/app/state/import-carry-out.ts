// Writes what a plan says: measures first, then new clients a batch at a time, then scores of clients that are there. A stop
// or a failure leaves what was written whole; the same import, done again, writes the rest.
import type { ImportPlan, PlannedClient } from '../../exchange/import/import-plan.ts';
import { writeEntries } from '../../records/client-record.ts';
import type { ClientId } from '../../records/entry.ts';
import { writeImportLayout } from '../../records/import-layouts.ts';
import { atOnce } from './at-once.ts';
import type { FreshClient, Practice } from './practice.svelte.ts';
import { whyNotSaved, type NotSavedBecause } from './why-not-saved.ts';

export interface ImportWritten {
  readonly measures: number;
  readonly newClients: number;
  readonly existingClients: number;
  readonly scores: number;
}

export type ImportOutcome =
  | { readonly kind: 'done'; readonly written: ImportWritten }
  | { readonly kind: 'cancelled'; readonly written: ImportWritten }
  | { readonly kind: 'not-saved'; readonly reason: NotSavedBecause; readonly written: ImportWritten };

export interface CarryOut {
  readonly plan: ImportPlan;
  /** How to read a table of these columns the next time. */
  readonly layout: { readonly signature: string; readonly value: object } | null;
  /** Counts clients. */
  readonly onProgress: (done: number, of: number) => void;
  readonly signal: AbortSignal;
}

/** The directory names a batch in one blob: either all of it is there, or nothing. */
const clientsPerBatch = 200;
const openAtOnce = 8;

class Stopped extends Error {
  constructor(readonly reason: NotSavedBecause) {
    super(reason);
  }
}

/** Rejects only when something of ours is wrong. */
export async function carryOutImport(practice: Practice, work: CarryOut): Promise<ImportOutcome> {
  const tally = { measures: 0, newClients: 0, existingClients: 0, scores: 0 };
  const stoppedBecause = await failureOf(practice, work.signal, () => writeAll(practice, work, tally));
  const noteFailed =
    tally.scores > 0 ? await failureOf(practice, null, () => practice.session.audit.note('imported')) : null;
  const written = { ...tally };
  const reason = stoppedBecause ?? noteFailed;
  if (reason === null) return { kind: 'done', written };
  return reason === 'cancelled' ? { kind: 'cancelled', written } : { kind: 'not-saved', reason, written };
}

async function failureOf(
  practice: Practice,
  signal: AbortSignal | null,
  work: () => Promise<void>,
): Promise<NotSavedBecause | 'cancelled' | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (signal?.aborted) return 'cancelled';
    const reason = error instanceof Stopped ? error.reason : await whyNotSaved(error, practice);
    if (reason === null) throw error;
    return reason;
  }
}

type Tally = { -readonly [Key in keyof ImportWritten]: number };

async function writeAll(practice: Practice, work: CarryOut, tally: Tally): Promise<void> {
  const { plan, layout } = work;
  const directory = await practice.directory();
  const assertSaved = async (): Promise<void> => {
    const status = await directory.flush();
    if (status.kind === 'not-saved') throw new Stopped(status.reason);
  };
  for (const { definition } of plan.newMeasures) await practice.saveOwnMeasure(definition);
  if (layout) writeImportLayout(directory.inner, layout.signature, layout.value);
  await assertSaved();
  tally.measures = plan.newMeasures.length;

  const of = plan.clients.length;
  const fresh = plan.clients.filter(({ kind }) => kind === 'new');
  for (let from = 0; from < fresh.length; from += clientsPerBatch) {
    work.signal.throwIfAborted();
    const batch = fresh.slice(from, from + clientsPerBatch);
    await practice.addClients(batch.map(asFresh), {
      signal: work.signal,
      onProgress: (done) => work.onProgress(from + done, of),
    });
    await assertSaved();
    tally.newClients += batch.length;
    tally.scores += scoresOf(batch);
  }
  await addToExisting(practice, work, fresh.length, tally);
}

const scoresOf = (clients: readonly PlannedClient[]): number =>
  clients.reduce((sum, { entries }) => sum + entries.length, 0);

const asFresh = ({ clientId, code, entries }: PlannedClient): FreshClient => ({
  id: clientId,
  label: code,
  status: 'active',
  entries,
});

async function addToExisting(
  practice: Practice,
  work: CarryOut,
  before: number,
  tally: Tally,
): Promise<void> {
  const { plan, signal, onProgress } = work;
  const existing = plan.clients.filter(({ kind }) => kind === 'existing');
  const changed = new Set<ClientId>();
  try {
    await atOnce(existing, openAtOnce, async ({ clientId, entries }) => {
      signal.throwIfAborted();
      const document = await practice.session.openClient(clientId);
      changed.add(clientId);
      writeEntries(document.inner, entries);
      const status = await document.flush();
      // Not released: what could not be saved stays open, so that it can be tried again or exported.
      if (status.kind === 'not-saved') throw new Stopped(status.reason);
      await practice.session.release(document);
      tally.existingClients += 1;
      tally.scores += entries.length;
      onProgress(before + tally.existingClients, plan.clients.length);
    });
  } finally {
    if (changed.size > 0) await practice.deriveNow(changed);
  }
}
