// The law of "Saved" (VAULT P2): a document is saved when every strict transaction that was begun has completed and no
// failure is newer than the last full-state row that committed. An edit after a failure cannot make up for the lost one,
// because Yjs hides everything that follows a missing row.
import type { NotSavedReason, SaveStatus } from './document-store.ts';

declare const brand: unique symbol;
/** One attempt to write, in the order in which attempts were begun. */
export type Attempt = number & { readonly [brand]: 'Attempt' };

export class SaveLedger {
  #lastAttempt = 0;
  /** Value: whether it carries the whole state. */
  readonly #pending = new Map<number, boolean>();
  #lastFailure: { readonly attempt: number; readonly reason: NotSavedReason } | null = null;
  #lastWhole = 0;
  #told: SaveStatus = { kind: 'saved' };
  readonly #listeners = new Set<(status: SaveStatus) => void>();

  get status(): SaveStatus {
    return this.#told;
  }

  /** True while only a full-state row can make the document saved again. */
  get needsWholeState(): boolean {
    return this.#lastFailure !== null && this.#lastFailure.attempt > this.#lastWhole;
  }

  begin(carriesWholeState = false): Attempt {
    this.#lastAttempt += 1;
    this.#pending.set(this.#lastAttempt, carriesWholeState);
    this.#tell();
    return this.#lastAttempt as Attempt; // the brand's only maker
  }

  complete(attempt: Attempt): void {
    const carriedWholeState = this.#pending.get(attempt);
    if (carriedWholeState === undefined) return; // it had failed with its connection already
    this.#pending.delete(attempt);
    if (carriedWholeState) this.#lastWhole = Math.max(this.#lastWhole, attempt);
    this.#tell();
  }

  fail(attempt: Attempt, reason: NotSavedReason): void {
    if (!this.#pending.delete(attempt)) return;
    this.#note(attempt, reason);
  }

  /** A write that could not even begin. */
  failAtOnce(reason: NotSavedReason): void {
    this.#lastAttempt += 1;
    this.#note(this.#lastAttempt, reason);
  }

  /** The connection is gone: what has not completed counts as lost. */
  failAllPending(reason: NotSavedReason): void {
    this.#pending.clear();
    this.failAtOnce(reason);
  }

  subscribe(listener: (status: SaveStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves as soon as the status is not 'saving'. */
  settled(): Promise<SaveStatus> {
    if (this.#told.kind !== 'saving') return Promise.resolve(this.#told);
    return new Promise((resolve) => {
      const stop = this.subscribe((status) => {
        if (status.kind === 'saving') return;
        stop();
        resolve(status);
      });
    });
  }

  #note(attempt: number, reason: NotSavedReason): void {
    if (this.#lastFailure === null || attempt > this.#lastFailure.attempt)
      this.#lastFailure = { attempt, reason };
    this.#tell();
  }

  #statusNow(): SaveStatus {
    const failure = this.#lastFailure;
    if (failure !== null && failure.attempt > this.#lastWhole) {
      for (const [attempt, isWhole] of this.#pending)
        if (isWhole && attempt > failure.attempt) return { kind: 'saving' };
      return { kind: 'not-saved', reason: failure.reason };
    }
    return this.#pending.size > 0 ? { kind: 'saving' } : { kind: 'saved' };
  }

  #tell(): void {
    const now = this.#statusNow();
    const before = this.#told;
    if (
      now.kind === before.kind &&
      (now.kind !== 'not-saved' || before.kind !== 'not-saved' || now.reason === before.reason)
    )
      return;
    this.#told = now;
    for (const listener of [...this.#listeners]) callApart(listener, now);
  }
}

/** Listeners are called inside the person's edit: what one throws is reported by the page, never into the edit (P1). */
function callApart(listener: (status: SaveStatus) => void, status: SaveStatus): void {
  try {
    listener(status);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
