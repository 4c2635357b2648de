// A client's document: flat root maps only, so that what an offline device appends is never lost (VAULT B1).
import type * as Y from 'yjs';
import type { ClientId, Entry, EntryId, Tombstone } from './entry.ts';
import { effectiveEntries, type EffectiveEntries } from './effective-entries.ts';
import { parseEntryId } from './ids.ts';
import { entryIsReadable } from './versions.ts';

/** What the record keeps about the person beside the entries. Name and code are in the directory, sealed (VAULT K4). */
export interface Profile {
  readonly ageInYears?: number;
  readonly sex?: 'female' | 'male' | 'other';
  /** Asked, and rather not said: it is not asked again. */
  readonly sexRefused?: boolean;
  readonly retainUntil?: string;
  // Whom to reach and where, in the therapist's own words: for a call that breaks off, and for a moment of risk.
  readonly callBackNumber?: string;
  /** Where the client usually is during a video session. */
  readonly usualPlace?: string;
  readonly emergencyContact?: string;
  /** The crisis line or emergency number where the client lives. */
  readonly localCrisisLine?: string;
  readonly guardian?: string;
  /** A partner or relative who has a record of their own: sessions may be shared with it, and nothing else (DESIGN 1). */
  readonly linkedTo?: readonly ClientId[];
}

const entriesOf = (doc: Y.Doc): Y.Map<Entry> => doc.getMap<Entry>('entries');
const tombstonesOf = (doc: Y.Doc): Y.Map<Tombstone> => doc.getMap<Tombstone>('tombstones');
const profileOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('profile');
const choicesOf = (doc: Y.Doc): Y.Map<string> => doc.getMap<string>('choices');

export interface ClientRecord extends EffectiveEntries {
  /** Entries of a kind or version that this code does not know: kept, not shown, the record is read-only. */
  readonly unreadable: number;
}

export function readClientRecord(doc: Y.Doc): ClientRecord {
  const readable: Entry[] = [];
  let unreadable = 0;
  for (const entry of entriesOf(doc).values()) {
    if (entryIsReadable(entry)) readable.push(entry);
    else unreadable += 1;
  }
  const tombstones = new Map<EntryId, Tombstone>();
  for (const [id, tombstone] of tombstonesOf(doc)) tombstones.set(parseEntryId(id), tombstone);
  return { ...effectiveEntries(readable, tombstones), unreadable };
}

/** Adds entries in one transaction. An id that is there already is left as it is: entries are never edited. */
export function writeEntries(doc: Y.Doc, entries: readonly Entry[]): void {
  const map = entriesOf(doc);
  doc.transact(() => {
    for (const entry of entries) if (!map.has(entry.id)) map.set(entry.id, entry);
  });
}

export const hasEntry = (doc: Y.Doc, id: EntryId): boolean => entriesOf(doc).has(id);

/** Deleting keeps the entry and adds a tombstone with its reason. */
export function deleteEntry(doc: Y.Doc, id: EntryId, tombstone: Tombstone): void {
  if (!entriesOf(doc).has(id)) throw new Error('no such entry');
  tombstonesOf(doc).set(id, tombstone);
}

/** Takes a deletion back (undo within ten seconds). */
export const restoreEntry = (doc: Y.Doc, id: EntryId): void => tombstonesOf(doc).delete(id);

export function readProfile(doc: Y.Doc): Profile {
  return Object.fromEntries(profileOf(doc).entries());
}

export function writeProfile<K extends keyof Profile>(doc: Y.Doc, field: K, value: Profile[K] | null): void {
  if (value === null || value === undefined) profileOf(doc).delete(field);
  else profileOf(doc).set(field, value);
}

/** Which published rule or cut-off the therapist chose for this client: kept in the record (CLINICAL 1.1). */
export type Choice = 'change-rule' | 'cut-off';

export const readChoice = (doc: Y.Doc, choice: Choice, instrumentId: string): string | null =>
  choicesOf(doc).get(`${choice}/${instrumentId}`) ?? null;

export const writeChoice = (doc: Y.Doc, choice: Choice, instrumentId: string, id: string): void => {
  choicesOf(doc).set(`${choice}/${instrumentId}`, id);
};
