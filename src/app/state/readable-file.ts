// Everything the vault knows, readable without Soundings (no lock-in): CSV, JSON or a printable page, for one client or all.
/**
 * A page is for one of two readers: the client, who is given scores and answers without anybody's verdict on them
 * (CLINICAL 1.9), or the therapist, who has each verdict with what it rests on.
 */
export type ReadableFormat = 'csv' | 'json' | 'page-for-client' | 'page-for-records';

/** Psychotherapy notes can be asked for in these alone. */
export const mayHoldPrivateNotes = (format: ReadableFormat): boolean =>
  format === 'json' || format === 'page-for-records';

export interface ReadableFile {
  readonly name: string;
  readonly blob: Blob;
  readonly clients: number;
  /** Labels of the clients whose record is not whole; the file names them too. */
  readonly incomplete: readonly string[];
}
