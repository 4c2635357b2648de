// Measuring explained, agreed to, withdrawn: dated entries; which one counts is in records/consent.ts.
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import type { ConsentEntry, ConsentState, Entry, EntryId } from '../../records/entry.ts';
import { consentIn } from '../../records/consent.ts';
import type { ClientState } from './client.svelte.ts';
import { writeDown, type UndoFor } from './entry-changes.ts';
import { newEntry } from './new-entry.ts';

type Writer = Pick<
  ClientState,
  'chart' | 'record' | 'runningSession' | 'addEntry' | 'deleteEntry' | 'restoreEntry'
>;

export interface ConsentDraft {
  readonly occurredOn: CalendarDay;
  readonly state: ConsentState;
  /** May be empty. */
  readonly note: string;
  readonly replaces: EntryId | null;
}

/** How it stands. */
export { consentIn };

/** Oldest first. */
export const consentsIn = (entries: readonly Entry[]): ConsentEntry[] =>
  entries.filter((entry) => entry.kind === 'consent');

/** Of no session: what has a number stands first on its day. */
export const writeConsent = (
  client: Writer,
  { occurredOn, state, note, replaces }: ConsentDraft,
): Promise<UndoFor<Writer>> =>
  writeDown(client, [
    {
      ...newEntry(client, occurredOn),
      ...{ kind: 'consent', sessionNumber: null, state, note },
      ...(replaces ? { replaces } : {}),
    },
  ]);
