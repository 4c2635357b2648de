// Which entries count. Law: whatever the order in which entries, corrections and deletions arrived, the same set gives
// the same view. A correction hides what it replaces; two corrections of one entry are a conflict: both are named, and
// the later written one counts until a person decides.
import type { Entry, EntryId, Tombstone } from './entry.ts';
import { entryOrder } from './entry-order.ts';
import { firstWritten } from './first-written.ts';
import { setOtherRepliesAside, type ReplyConflict } from './other-replies.ts';

export interface Correction {
  readonly original: Entry;
  /** Newest first; the first one counts. More than one is a conflict. */
  readonly by: readonly Entry[];
}

export interface EffectiveEntries {
  /** What counts, in the order people see it. */
  readonly entries: readonly Entry[];
  readonly corrections: readonly Correction[];
  readonly conflicts: readonly Correction[];
  /** Different replies to one check-in that were all taken in: the first of each counts. */
  readonly replyConflicts: readonly ReplyConflict[];
  /** Of each correction, what its chain began with. */
  readonly firstWritten: ReadonlyMap<EntryId, Entry>;
  readonly deleted: readonly { readonly entry: Entry; readonly tombstone: Tombstone }[];
}

const newestFirst = (a: Entry, b: Entry): number =>
  a.recordedAt.utc === b.recordedAt.utc
    ? a.id < b.id
      ? 1
      : -1
    : a.recordedAt.utc < b.recordedAt.utc
      ? 1
      : -1;

export function effectiveEntries(
  all: Iterable<Entry>,
  tombstones: ReadonlyMap<EntryId, Tombstone>,
): EffectiveEntries {
  const byId = new Map<EntryId, Entry>();
  for (const entry of all) byId.set(entry.id, entry);

  const deleted: { entry: Entry; tombstone: Tombstone }[] = [];
  const replacements = new Map<EntryId, Entry[]>();
  for (const entry of byId.values()) {
    const tombstone = tombstones.get(entry.id);
    if (tombstone) {
      deleted.push({ entry, tombstone });
    } else if (entry.replaces && byId.has(entry.replaces) && entry.replaces !== entry.id) {
      replacements.set(entry.replaces, [...(replacements.get(entry.replaces) ?? []), entry]);
    }
  }

  // A chain of corrections stands where its newest link stands.
  const newestOf = (entry: Entry, seen: ReadonlySet<EntryId> = new Set()): Entry =>
    (replacements.get(entry.id) ?? [])
      .filter(({ id }) => !seen.has(id))
      .map((next) => newestOf(next, new Set(seen).add(entry.id)))
      .reduce((a, b) => (newestFirst(a, b) <= 0 ? a : b), entry);

  const corrections: Correction[] = [];
  const hidden = new Set<EntryId>();
  const lost = new Set<EntryId>();
  const hideWithCorrections = (entry: Entry): void => {
    if (lost.has(entry.id)) return;
    lost.add(entry.id);
    hidden.add(entry.id);
    for (const next of replacements.get(entry.id) ?? []) hideWithCorrections(next);
  };
  for (const [originalId, by] of replacements) {
    const original = byId.get(originalId);
    if (!original) continue;
    by.sort((a, b) => newestFirst(newestOf(a), newestOf(b)));
    corrections.push({ original, by });
    hidden.add(originalId);
  }
  // Losers last: hiding one hides its own corrections too, whatever the order in which they were found.
  for (const { by } of corrections) for (const loser of by.slice(1)) hideWithCorrections(loser);

  const counting = [...byId.values()]
    .filter((entry) => !tombstones.has(entry.id) && !hidden.has(entry.id))
    .sort(entryOrder(byId));
  const origins = new Map(
    [...byId.values()].flatMap((entry) => (entry.replaces ? [[entry.id, firstWritten(entry, byId)]] : [])),
  );
  return {
    ...setOtherRepliesAside(counting, origins),
    corrections,
    conflicts: corrections.filter((correction) => correction.by.length > 1),
    firstWritten: origins,
    deleted,
  };
}
