// Long work is done in slices, with a breath between them, so that the screen stays alive and "cancel" works.
// exchange knows no clock: how to breathe (a timer, a scheduler, nothing at all in a test) is the caller's affair.

export interface Pace {
  /** Called between two slices; resolves when the screen has had its turn. */
  breathe(): Promise<void>;
  readonly signal?: AbortSignal;
  /** Units done so far, out of `total` (rows, characters or bytes: the same unit within one call). */
  onProgress?(done: number, total: number): void;
}

/** Roughly how many cells are read in one slice: a few milliseconds of work on a slow tablet. */
const cellsPerSlice = 10_000;
/** A row is hashed, matched and placed besides: short rows are no cheaper than this. */
const mostRowsPerSlice = 500;

export function rowsPerSlice(columns: number): number {
  return Math.min(mostRowsPerSlice, Math.max(10, Math.floor(cellsPerSlice / Math.max(1, columns))));
}

/**
 * Does `work(from, to)` for 0…total in slices of at most `perSlice`, breathing between them.
 * @returns 'cancelled' as soon as the signal is seen to be aborted; the slices already done are done.
 */
export async function inSlices(
  total: number,
  perSlice: number,
  pace: Pace,
  work: (from: number, to: number) => void,
): Promise<'done' | 'cancelled'> {
  for (let from = 0; from < total; from += perSlice) {
    if (pace.signal?.aborted) return 'cancelled';
    const to = Math.min(total, from + perSlice);
    work(from, to);
    pace.onProgress?.(to, total);
    await pace.breathe();
  }
  return pace.signal?.aborted ? 'cancelled' : 'done';
}
