// Everything the vault knows, readable without Soundings (no lock-in): CSV, JSON or a printable page, for one client or all.
export type ReadableFormat = 'csv' | 'json' | 'html';

export interface ReadableFile {
  readonly name: string;
  readonly blob: Blob;
  readonly clients: number;
  /** Labels of the clients whose record is not whole; the file names them too. */
  readonly incomplete: readonly string[];
}
