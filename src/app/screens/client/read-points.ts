// The responses whose scales and patterns stand under the sentence, and the answers of one of them.
import type { ScorePoint } from '../../../clinical/verdict/score-point.ts';
import type { Verdict } from '../../../clinical/verdict/verdict.ts';
import type { ClientRecord } from '../../../records/client-record.ts';
import type { CheckInOrigin } from '../../../records/entry.ts';

export interface ReadPoints {
  /** Null while there is nothing to compare with. */
  readonly start: ScorePoint | null;
  readonly latest: ScorePoint;
}

export function readPoints(verdict: Verdict): ReadPoints | null {
  if (verdict.kind === 'no-scores') return null;
  if (verdict.kind === 'too-few-points') return { start: null, latest: verdict.only.point };
  return { start: verdict.start.point, latest: verdict.latest.point };
}

/** Undefined while the record is opening: the cache has totals only. Null where only a total was entered. */
export function answersOf(
  record: ClientRecord | null,
  entryId: string | undefined,
): readonly (number | null)[] | null | undefined {
  const entry = record?.entries.find(({ id }) => id === entryId);
  return entry?.kind === 'response' ? entry.answers : undefined;
}

/** Where a response came from that was given alone; undefined for any other, and while the record is opening. */
export function originOf(record: ClientRecord | null, entryId: string): CheckInOrigin | undefined {
  const entry = record?.entries.find(({ id }) => id === entryId);
  return entry?.kind === 'response' ? entry.checkIn : undefined;
}
