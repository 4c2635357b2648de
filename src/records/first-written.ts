import type { Entry, EntryId } from './entry.ts';

/** What a chain of corrections began with, as far as it is known here; the entry itself where it corrects nothing. */
export function firstWritten(entry: Entry, all: ReadonlyMap<EntryId, Entry>): Entry {
  const seen = new Set<EntryId>();
  let first = entry;
  for (;;) {
    seen.add(first.id);
    const before = first.replaces && all.get(first.replaces);
    if (!before || seen.has(before.id)) return first;
    first = before;
  }
}
