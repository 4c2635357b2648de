// Forms that were begun and not finished, kept in the client's record while somebody types, so that neither a lock nor a crash
// takes them. What comes back is read with care: another version may have written it.
import { readDraft, writeDraft, type DraftKind } from '../../records/client-choices.ts';
import type { EntryId } from '../../records/entry.ts';
import { parseEntryId } from '../../records/ids.ts';
import type { ClientState } from './client.svelte.ts';

export type DraftHolder = Pick<ClientState, 'read' | 'edit'>;

/** As it was written; null: nothing was begun, or the record is not open yet. */
export const draftOf = (client: Pick<ClientState, 'read'>, kind: DraftKind): object | null =>
  client.read((doc) => readDraft(doc, kind));

/** Null takes it away. Resolves after the strict commit. */
export async function keepDraft(client: DraftHolder, kind: DraftKind, draft: object | null): Promise<void> {
  await client.edit((doc) => writeDraft(doc, kind, draft));
}

/** The fields of something that may be of any shape. */
export const fieldsOf = (draft: object): Readonly<Record<string, unknown>> => ({ ...draft });

export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
export const dayIn = (value: unknown): string | null =>
  typeof value === 'string' && dayPattern.test(value) ? value : null;

export const entryIdIn = (value: unknown): EntryId | null =>
  typeof value === 'string' && /^[0-9a-f]{32}$/.test(value) ? parseEntryId(value) : null;

/** One of these; null where it is none of them. */
export const oneOf = <T>(values: readonly T[], value: unknown): T | null =>
  values.find((each) => each === value) ?? null;
