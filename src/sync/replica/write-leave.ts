// Whether one document may be written now: this tab is the writer (VAULT P3), and the strict dirty mark lies on the disk (P4).
import { storeReasonOf } from '../store/store-failure.ts';
import type { DocumentNotSavedReason } from './document-status.ts';

export interface WriteLeaveDeps {
  /** P3: compared before each seal and compaction. */
  readonly isStillWriter: () => Promise<boolean>;
  /** P4: a strict mark before the first outer write of a burst. */
  readonly markDirty: () => Promise<void>;
}

export class WriteLeave {
  readonly #deps: WriteLeaveDeps;
  #isMarked = false;

  constructor(deps: WriteLeaveDeps) {
    this.#deps = deps;
  }

  isStillWriter(): Promise<boolean> {
    return this.#deps.isStillWriter();
  }

  /** Rejects with the store's error. */
  async mark(): Promise<void> {
    if (this.#isMarked) return;
    await this.#deps.markDirty();
    this.#isMarked = true;
  }

  /** The caches and the head were committed: the next write marks again. */
  markedClean(): void {
    this.#isMarked = false;
  }

  /** Marks; null if the document may be written, else why not. */
  async refusal(): Promise<DocumentNotSavedReason | null> {
    try {
      if (!(await this.isStillWriter())) return 'elsewhere';
      await this.mark();
      return null;
    } catch (error) {
      const reason = storeReasonOf(error);
      if (reason === null) throw error;
      return reason;
    }
  }
}
