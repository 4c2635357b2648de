// Clients of the vault that a file speaks of, with all that their records hold already, so that nothing is planned twice.
import type { ExistingClient } from '../../exchange/import/import-plan.ts';
import { readClientRecord, type ClientRecord } from '../../records/client-record.ts';
import { coursesOf } from '../../records/courses.ts';
import type { ClientId, Entry, ResponseEntry } from '../../records/entry.ts';
import { atOnce } from './at-once.ts';
import type { Practice } from './practice.svelte.ts';

export interface ExistingClients {
  /** Every client of the vault; the ones whose code is in the file with their responses. */
  readonly clients: readonly ExistingClient[];
  /** Written by a newer version of Soundings: read-only here. */
  readonly readOnly: ReadonlySet<ClientId>;
}

const openAtOnce = 8;
const sameLetters = (code: string): string => code.trim().normalize('NFC');
const isResponse = (entry: Entry): entry is ResponseEntry => entry.kind === 'response';

function existingClient(clientId: ClientId, code: string, record: ClientRecord): ExistingClient {
  const corrected = record.corrections.flatMap(({ original, by }) => [original, ...by]);
  const all = new Map([...record.entries, ...corrected].map((entry) => [entry.id, entry]));
  return {
    clientId,
    code,
    courses: coursesOf(record.entries),
    responses: [...all.values()].filter(isResponse),
    deletedIds: record.deleted.map(({ entry }) => entry.id),
  };
}

/** @throws what `signal` was aborted with */
export async function loadExistingClients(
  practice: Practice,
  codes: ReadonlySet<string>,
  onProgress: (done: number, of: number) => void,
  signal: AbortSignal,
): Promise<ExistingClients> {
  const listed = await practice.listedClients();
  const wanted = new Set([...codes].map(sameLetters));
  const named = listed.filter(({ label }) => wanted.has(sameLetters(label)));
  const readOnly = new Set<ClientId>();
  // The others are only there to be pointed at when a code is nearly theirs.
  const clients = new Map(
    listed.map(({ client, label }): [ClientId, ExistingClient] => [
      client.id,
      { clientId: client.id, code: label, courses: [], responses: [], deletedIds: [] },
    ]),
  );
  let done = 0;
  await atOnce(named, openAtOnce, async ({ client, label }) => {
    signal.throwIfAborted();
    const document = await practice.session.openClient(client.id);
    const record = readClientRecord(document.inner);
    if (record.unreadable > 0) readOnly.add(client.id);
    clients.set(client.id, existingClient(client.id, label, record));
    await practice.session.release(document);
    done += 1;
    onProgress(done, named.length);
  });
  return { clients: [...clients.values()], readOnly };
}
