import type { Gap } from './blob-ledger.ts';

/** What is wrong with a document, if anything; counts of blobs or rows. */
export interface DocumentHealth {
  /** Rows or blobs that cannot be opened although the key is here. */
  readonly damaged: number;
  /** Blobs sealed under an epoch that has not been granted yet. */
  readonly late: number;
  readonly gaps: readonly Gap[];
  /** Less lies on the disk than was saved: nobody knows what is missing. */
  readonly isShort: boolean;
  /** Yjs waits for something that is not here, or less lies on the disk than was saved: no compaction, no export (B3). */
  readonly isIncomplete: boolean;
}

export const isWhole = (health: DocumentHealth): boolean =>
  health.damaged === 0 && health.late === 0 && health.gaps.length === 0 && !health.isIncomplete;
