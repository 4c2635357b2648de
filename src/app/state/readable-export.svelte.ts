// Everything the vault knows, readable without Soundings (no lock-in): CSV, JSON or a printable page, for one client or all.
import type { ClientId } from '../../records/entry.ts';
import type { Practice } from './practice.svelte.ts';

export type ReadableFormat = 'csv' | 'json' | 'html';

export interface ReadableFile {
  readonly name: string;
  readonly blob: Blob;
  readonly clients: number;
  /** Labels of the clients whose record is not whole; the file names them too. */
  readonly incomplete: readonly string[];
}

export class ReadableExport {
  readonly #practice: Practice;
  #lastIncomplete = $state.raw<readonly string[]>([]);

  constructor(practice: Practice) {
    this.#practice = practice;
  }

  /** Whose record was not whole when the last file was made. */
  get lastIncomplete(): readonly string[] {
    return this.#lastIncomplete;
  }

  /** @throws what `signal` was aborted with; nothing is made then */
  async make(
    ids: readonly ClientId[] | 'all',
    format: ReadableFormat,
    onProgress: (done: number, of: number) => void = () => undefined,
    signal?: AbortSignal,
  ): Promise<ReadableFile> {
    const { makeReadableExport } = await import('./make-readable.ts');
    const made = await makeReadableExport(this.#practice, ids, format, onProgress, signal);
    this.#lastIncomplete = made.incomplete;
    return made;
  }
}
