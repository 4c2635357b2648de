import * as v from 'valibot';
import {
  asChosen,
  noPrivateNotes,
  readableFormat,
  readableRecordSchema,
  type ExportChoices,
  type ReadableRecord,
} from './readable-record.ts';

export function writeReadableJson(record: ReadableRecord, choices: ExportChoices = noPrivateNotes): string {
  return `${JSON.stringify(asChosen(record, choices), null, 2)}\n`;
}

export type ReadReadable =
  | { readonly kind: 'record'; readonly record: ReadableRecord }
  | { readonly kind: 'refused'; readonly reason: 'not-json' | 'not-a-record' | 'newer-version' };

const formatSchema = v.object({ format: v.pipe(v.string(), v.startsWith('soundings-readable/')) });

/** For another program's tests, and ours: what was written can be read. */
export function readReadableJson(text: string): ReadReadable {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (reason) {
    if (reason instanceof SyntaxError) return { kind: 'refused', reason: 'not-json' };
    throw reason;
  }
  const format = v.safeParse(formatSchema, parsed);
  if (!format.success) return { kind: 'refused', reason: 'not-a-record' };
  if (format.output.format !== readableFormat) return { kind: 'refused', reason: 'newer-version' };
  const record = v.safeParse(readableRecordSchema, parsed);
  return record.success
    ? { kind: 'record', record: record.output }
    : { kind: 'refused', reason: 'not-a-record' };
}
