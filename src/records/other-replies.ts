// One check-in has one reply that counts. Two devices that were apart may take different ones in: then the one that was taken in
// first counts, whole, and the other is shown beside it until a person decides (VAULT H3). Whatever the order of arrival.
import type { Entry, EntryId, ResponseEntry } from './entry.ts';

export interface ReplyConflict {
  readonly checkInId: string;
  /** What counts. */
  readonly kept: readonly ResponseEntry[];
  /** Of the other replies, and what corrects it. */
  readonly others: readonly ResponseEntry[];
}

interface Reply {
  readonly print: string;
  readonly entries: ResponseEntry[];
  takenAt: string;
}

/**
 * @param counting what counts otherwise
 * @param firstWritten of each correction, what its chain began with
 */
export function setOtherRepliesAside(
  counting: readonly Entry[],
  firstWritten: ReadonlyMap<EntryId, Entry>,
): { readonly entries: readonly Entry[]; readonly replyConflicts: readonly ReplyConflict[] } {
  const repliesByCheckIn = new Map<string, Map<string, Reply>>();
  for (const entry of counting) {
    const first = firstWritten.get(entry.id) ?? entry;
    if (entry.kind !== 'response' || first.kind !== 'response' || !first.checkIn) continue;
    const { id, replyPrint: print } = first.checkIn;
    const replies = repliesByCheckIn.get(id) ?? new Map<string, Reply>();
    repliesByCheckIn.set(id, replies);
    const reply = replies.get(print) ?? { print, entries: [], takenAt: first.recordedAt.utc };
    replies.set(print, reply);
    reply.entries.push(entry);
    if (first.recordedAt.utc < reply.takenAt) reply.takenAt = first.recordedAt.utc;
  }
  const replyConflicts = [...repliesByCheckIn].flatMap(([checkInId, replies]): ReplyConflict[] => {
    const [kept, ...others] = [...replies.values()].sort(firstTaken);
    if (!kept || others.length === 0) return [];
    return [{ checkInId, kept: kept.entries, others: others.flatMap(({ entries }) => entries) }];
  });
  const aside = new Set(replyConflicts.flatMap(({ others }) => others.map(({ id }) => id)));
  return { entries: counting.filter(({ id }) => !aside.has(id)), replyConflicts };
}

const firstTaken = (a: Reply, b: Reply): number =>
  a.takenAt === b.takenAt ? (a.print < b.print ? -1 : 1) : a.takenAt < b.takenAt ? -1 : 1;
