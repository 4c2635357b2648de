import type { ClientRecord } from '../../../records/client-record.ts';

/** Ids of corrections that another correction of the same entry contradicts (DESIGN 4): shown, until a person decides. */
export const disputedIn = (record: ClientRecord | null): ReadonlySet<string> =>
  new Set(record?.conflicts.flatMap(({ by }) => by.map(({ id }) => id)));
