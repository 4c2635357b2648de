// What happened in the client's life: dated, in words.
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import type { Entry, EntryId, LifeEventEntry } from '../../records/entry.ts';
import type { ClientState } from './client.svelte.ts';
import { writeDown, type UndoFor } from './entry-changes.ts';
import { newEntry } from './new-entry.ts';

type Writer = Pick<
  ClientState,
  'chart' | 'record' | 'runningSession' | 'addEntry' | 'deleteEntry' | 'restoreEntry'
>;

/** Oldest first. */
export const lifeEventsIn = (entries: readonly Entry[]): LifeEventEntry[] =>
  entries.filter((entry) => entry.kind === 'life-event');

export const writeLifeEvent = (
  client: Writer,
  occurredOn: CalendarDay,
  words: string,
  replaces: EntryId | null,
): Promise<UndoFor<Writer>> =>
  writeDown(client, [
    { ...newEntry(client, occurredOn), kind: 'life-event', words, ...(replaces ? { replaces } : {}) },
  ]);
