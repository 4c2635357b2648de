// Psychotherapy notes in their readable form (exchange/readable). They are opened for an export only when it was asked for them.
import type { ReadablePrivateNote } from '../../exchange/readable/readable-record.ts';
import type { ClientId } from '../../records/entry.ts';
import { readPrivateNotes } from '../../records/private-record.ts';
import { isWhole } from '../../sync/index.ts';
import type { Practice } from './practice.svelte.ts';

export interface ExportedNotes {
  /** The newest first. */
  readonly notes: readonly ReadablePrivateNote[];
  readonly isWhole: boolean;
}

/** Opens the document and gives it back. Without the client's key there is nothing that could be read. */
export async function readPrivateToExport({ session }: Practice, id: ClientId): Promise<ExportedNotes> {
  if (!session.keyring.hasKeyFor(id)) return { notes: [], isWhole: false };
  const document = await session.openPrivate(id);
  try {
    const notes = readPrivateNotes(document.inner).map(
      ({ id: noteId, occurredOn, createdAt, session: during, text }) => ({
        ...{ id: noteId, occurredOn, recordedAt: createdAt },
        ...(during && { duringSession: during }),
        text,
      }),
    );
    return { notes, isWhole: isWhole(document.health) };
  } finally {
    await session.release(document);
  }
}
