// Migration is reading (VAULT P6): every entry carries its version; what is older is upgraded here in memory, what is
// newer than this code makes the record read-only instead of being misread.
import type { Entry } from './entry.ts';

const newestVersion = 1;
const knownKinds: readonly string[] = [
  'response',
  'session',
  'baseline',
  'ending',
  'reopening',
  'check-out',
  'rating',
  'life-event',
  'consent',
  'decision',
  'risk-conversation',
  'pivot',
  'review',
  'mark',
  'distress',
  'technique-use',
  'note',
  'addendum',
] satisfies readonly Entry['kind'][];

/** True if this code knows the entry's kind and version. */
export const entryIsReadable = (entry: { readonly kind: string; readonly v: number }): boolean =>
  entry.v <= newestVersion && knownKinds.includes(entry.kind);
