// Many clients at once, from an import or the example. The documents are made first and the directory names them last, in one
// blob: a stop or a crash before that leaves nothing that anybody sees, and what was half made is taken back.
import { noAppointment, writeAppointment, type Appointment } from '../../records/appointment.ts';
import { writeEntries } from '../../records/client-record.ts';
import { writeClients, type ClientStatus } from '../../records/directory.ts';
import { effectiveEntries } from '../../records/effective-entries.ts';
import type { ClientId, Entry, RecordedAt } from '../../records/entry.ts';
import {
  NotSavedError,
  type InnerDocument,
  type OpenDocument,
  type Progress,
  type VaultSession,
} from '../../sync/index.ts';
import type { CaseloadKeeper } from './caseload-keeper.svelte.ts';
import { deriveChart, viewMeasures } from './client-chart.ts';
import { packChart } from './pack-chart.ts';
import { derivation } from './derivation.ts';
import type { InstrumentBook } from './instrument-book.svelte.ts';
import { now } from './now.ts';
import { summariseClient, type SummarySource } from './summarise-client.ts';

/** A client that is made with its entries at once. */
export interface FreshClient {
  readonly id: ClientId;
  readonly label: string;
  readonly status: ClientStatus;
  readonly addedAt?: RecordedAt;
  readonly entries: readonly Entry[];
  readonly appointment?: Appointment;
}

export interface AddClientsDeps {
  readonly session: VaultSession;
  readonly directory: OpenDocument;
  readonly book: InstrumentBook;
  readonly keeper: CaseloadKeeper;
}

/** Throws NotSavedError when it could not be kept, and the signal's reason when it was cancelled; nobody is added then. */
export async function addClients(
  { session, directory, book, keeper }: AddClientsDeps,
  fresh: readonly FreshClient[],
  progress: Progress,
): Promise<void> {
  const ids = fresh.map(({ id }) => id);
  await session.noteUnfinished(ids);
  await session.keyring.addClientKeys(ids);
  const found = new Map<ClientId, Pick<SummarySource, 'record' | 'chart' | 'views'>>();
  const documents = fresh.map(({ id, entries, appointment }) => ({
    docId: id,
    fill: (inner: InnerDocument) => {
      writeEntries(inner, entries);
      if (appointment) writeAppointment(inner, appointment);
    },
    series: (): Uint8Array => {
      const record = { ...effectiveEntries(entries, new Map()), unreadable: 0 };
      const chart = deriveChart(record, book.find);
      found.set(id, { record, chart, views: viewMeasures(chart, book.find, book.choicesFor(null)) });
      return packChart(chart);
    },
  }));
  try {
    await session.createClients(documents, derivation, progress);
  } catch (error) {
    await session.abandonClients(ids);
    await session.noteUnfinished([]);
    throw error;
  }
  const named = await Promise.all(
    fresh.map(async ({ id, label, status, addedAt, appointment = noAppointment }) => {
      const client = {
        id,
        sealedLabel: await session.sealLabel(id, label),
        status,
        addedAt: addedAt ?? now(),
      };
      const derived = found.get(id);
      if (!derived) throw new Error('a client was made whose chart was never derived');
      const source = { client, label, ...derived, appointment, isWhole: true };
      return { client, summary: summariseClient(source, book.find) };
    }),
  );
  writeClients(
    directory.inner,
    named.map(({ client }) => client),
  );
  const status = await directory.flush();
  if (status.kind === 'not-saved') throw new NotSavedError(status.reason);
  await session.noteUnfinished([]);
  await keeper.commit(directory, keeper.caseload.put(named.map(({ summary }) => summary)));
}
