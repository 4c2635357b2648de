// A record of which something is missing is exported as far as it can be read, and named as not whole (VAULT B3).
import {
  forTheClient,
  noPrivateNotes,
  type ExportChoices,
  type ReadableMeasure,
  type ReadableRecord,
} from '../../exchange/readable/readable-record.ts';
import { readableMeasure } from '../../exchange/readable/to-readable.ts';
import { writeScoresCsv } from '../../exchange/readable/write-csv.ts';
import { writeReadableHtml } from '../../exchange/readable/write-html.ts';
import { writeReadableJson } from '../../exchange/readable/write-json.ts';
import type { ClientId } from '../../records/entry.ts';
import { exportRemarks, readableLabels } from '../wording/readable-labels.ts';
import { atOnce } from './at-once.ts';
import { now, today } from './now.ts';
import type { Practice } from './practice.svelte.ts';
import { readClientToExport, type ExportedClient } from './readable-client.ts';
import { whyNotSaved } from './why-not-saved.ts';
import { mayHoldPrivateNotes, type ReadableFile, type ReadableFormat } from './readable-file.ts';

const openAtOnce = 8;
const page = { extension: 'html', type: 'text/html;charset=utf-8' };
const files: Readonly<Record<ReadableFormat, { readonly extension: string; readonly type: string }>> = {
  csv: { extension: 'csv', type: 'text/csv;charset=utf-8' },
  json: { extension: 'json', type: 'application/json' },
  'page-for-client': page,
  'page-for-records': page,
};

/** Opens each client's document, eight at a time, and gives it back; `onProgress` counts clients. */
export async function makeReadableExport(
  practice: Practice,
  ids: readonly ClientId[] | 'all',
  format: ReadableFormat,
  onProgress: (done: number, of: number) => void,
  signal?: AbortSignal,
  choices: ExportChoices = noPrivateNotes,
): Promise<ReadableFile> {
  // Neither a table of scores nor a page for the client has a place for them.
  const chosen = mayHoldPrivateNotes(format) ? choices : noPrivateNotes;
  const wanted = ids === 'all' ? null : new Set(ids);
  const listed = (await practice.listedClients()).filter(({ client }) => wanted?.has(client.id) ?? true);
  const collator = new Intl.Collator(undefined, { numeric: true });
  listed.sort((a, b) => collator.compare(a.label, b.label));
  onProgress(0, listed.length);

  const found: ExportedClient[] = [];
  let done = 0;
  await atOnce(listed, openAtOnce, async ({ client, label }, index) => {
    signal?.throwIfAborted();
    found[index] = await readClientToExport(practice, client, label, chosen);
    done += 1;
    onProgress(done, listed.length);
  });
  signal?.throwIfAborted();

  const measures = new Map<string, ReadableMeasure>();
  for (const instrument of [...practice.instruments, ...found.flatMap((one) => one.instruments)])
    measures.set(`${instrument.id}@${instrument.version}`, readableMeasure(instrument));
  const record: ReadableRecord = {
    format: 'soundings-readable/1',
    writtenAt: now().utc,
    measures: [...measures.values()],
    clients: found.map(({ readable }) => readable),
  };
  const incomplete = found.filter(({ isWhole }) => !isWhole).map(({ readable }) => readable.code);
  const text = write(record, found, incomplete, format, chosen);
  await practice.session.audit.note('exported').catch(async (error: unknown) => {
    // A full or closed store must not keep anybody from taking their records out of it.
    if ((await whyNotSaved(error, practice)) === null) throw error;
  });
  return {
    name: `soundings-${today()}.${files[format].extension}`,
    blob: new Blob([text], { type: files[format].type }),
    clients: found.length,
    incomplete,
  };
}

function write(
  record: ReadableRecord,
  found: readonly ExportedClient[],
  incomplete: readonly string[],
  format: ReadableFormat,
  choices: ExportChoices,
): string {
  switch (format) {
    case 'json':
      return writeReadableJson(record, choices);
    case 'csv':
      return writeScoresCsv(record) + incompleteLine(incomplete);
    case 'page-for-client':
      return writeReadableHtml(forTheClient(record), readableLabels(record.writtenAt, new Map(), incomplete));
    case 'page-for-records': {
      const verdicts = new Map(found.flatMap((one) => [...one.verdicts]));
      const inWords = found.map(({ readable, isWhole }) =>
        isWhole
          ? readable
          : { ...readable, profile: { ...readable.profile, recordIsIncomplete: exportRemarks.incomplete() } },
      );
      return writeReadableHtml(
        { ...record, clients: inWords },
        readableLabels(record.writtenAt, verdicts, incomplete),
        choices,
      );
    }
  }
}

/** A last line of one cell: people read it, and our own import names it as a line that it leaves out. */
function incompleteLine(incomplete: readonly string[]): string {
  if (incomplete.length === 0) return '';
  return `"${exportRemarks.incompleteList(incomplete).replaceAll('"', '""')}"\r\n`;
}
