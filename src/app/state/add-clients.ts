// Many clients at once, from an import or the example. The documents are made first and the directory names them last, in one
// blob: a stop or a crash before that leaves nothing that anybody sees, and what was half made is taken back. So are the
// names, where they could not be saved: what was said not to be added must not come in with the next thing that is saved.
import { noAppointment, writeAppointment, type Appointment } from '../../records/appointment.ts';
import { writeEntries } from '../../records/client-record.ts';
import { removeClient, writeClients, type ClientStatus } from '../../records/directory.ts';
import { effectiveEntries } from '../../records/effective-entries.ts';
import type { ClientId, Entry, RecordedAt } from '../../records/entry.ts';
import {
  NotSavedError,
  type InnerDocument,
  type OpenDocument,
  type Progress,
  type VaultSession,
} from '../../sync/index.ts';
import { emptyCarePlan, writeCarePlan, type CarePlan } from './care-plan.ts';
import type { CaseloadKeeper } from './caseload-keeper.svelte.ts';
import { deriveChart, viewMeasures } from './client-chart.ts';
import { packChart } from './pack-chart.ts';
import type { ClientSummary } from './client-summary.ts';
import { derivation } from './derivation.ts';
import type { InstrumentBook } from './instrument-book.svelte.ts';
import { now } from './now.ts';
import { summariseClient, type SummarySource } from './summarise-client.ts';
import { noSessionsAndCheckIns } from './today-facts.ts';

/** A client that is made with its entries at once. */
export interface FreshClient {
  readonly id: ClientId;
  readonly label: string;
  readonly status: ClientStatus;
  readonly addedAt?: RecordedAt;
  readonly entries: readonly Entry[];
  readonly appointment?: Appointment;
  readonly carePlan?: Pick<CarePlan, 'plan' | 'schedule'>;
}

export interface AddClientsDeps {
  readonly session: VaultSession;
  readonly directory: OpenDocument;
  readonly book: InstrumentBook;
  readonly keeper: CaseloadKeeper;
}

/** Throws NotSavedError when it could not be kept, and the signal's reason when it was cancelled; nobody is added then. */
export async function addClients(
  deps: AddClientsDeps,
  fresh: readonly FreshClient[],
  progress: Progress,
): Promise<void> {
  const { session, directory, keeper } = deps;
  const ids = fresh.map(({ id }) => id);
  const earlier = await session.unfinished();
  await session.noteUnfinished([...earlier, ...ids]);
  let summaries: readonly ClientSummary[];
  try {
    summaries = await writeAndName(deps, fresh, progress);
  } catch (error) {
    for (const id of ids) removeClient(directory.inner, id);
    await session.abandonClients(ids);
    // They leave room. As long as the names may come to the disk before their removal does, the note stays.
    if ((await directory.retry()).kind === 'saved') await session.noteUnfinished(earlier);
    throw error;
  }
  await session.noteUnfinished(earlier);
  await keeper.commit(directory, keeper.caseload.put(summaries));
}

async function writeAndName(
  { session, directory, book }: AddClientsDeps,
  fresh: readonly FreshClient[],
  progress: Progress,
): Promise<readonly ClientSummary[]> {
  await session.keyring.addClientKeys(fresh.map(({ id }) => id));
  const found = new Map<ClientId, Pick<SummarySource, 'record' | 'chart' | 'views'>>();
  const documents = fresh.map(({ id, entries, appointment, carePlan }) => ({
    docId: id,
    fill: (inner: InnerDocument) => {
      writeEntries(inner, entries);
      if (appointment) writeAppointment(inner, appointment);
      if (carePlan) writeCarePlan(inner, carePlan);
    },
    series: (): Uint8Array => {
      const record = { ...effectiveEntries(entries, new Map()), unreadable: 0 };
      const chart = deriveChart(record, book.find);
      found.set(id, { record, chart, views: viewMeasures(chart, book.find, book.choicesFor(null)) });
      return packChart(chart);
    },
  }));
  await session.createClients(documents, derivation, progress);
  const named = await Promise.all(
    fresh.map(async ({ id, label, status, addedAt, appointment = noAppointment, carePlan }) => {
      const client = {
        id,
        sealedLabel: await session.sealLabel(id, label),
        status,
        addedAt: addedAt ?? now(),
      };
      const derived = found.get(id);
      if (!derived) throw new Error('a client was made whose chart was never derived');
      const source = {
        ...{ client, label, ...derived, appointment, isWhole: true },
        ...{ carePlan: { ...emptyCarePlan, ...carePlan }, choices: book.choicesFor(null) },
        ...noSessionsAndCheckIns,
      };
      return { client, summary: summariseClient(source, book.find) };
    }),
  );
  writeClients(
    directory.inner,
    named.map(({ client }) => client),
  );
  const status = await directory.flush();
  if (status.kind === 'not-saved') throw new NotSavedError(status.reason);
  return named.map(({ summary }) => summary);
}
