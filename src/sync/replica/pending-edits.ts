// Edits on their way into the outer document: typed, then sealed, then handed over. A number that was given to a sealed blob
// belongs to those bytes for good (VAULT P8), so a blob that found no room waits as it is, for a backup or for the next try.
import * as Y from 'yjs';
import type { DocumentSealer } from './document-sealer.ts';

export interface SealedEdits {
  readonly seq: number;
  readonly blob: Uint8Array;
}

export class PendingEdits {
  readonly #sealer: DocumentSealer;
  #typed: readonly Uint8Array[] = [];
  #sealed: readonly SealedEdits[] = [];

  constructor(sealer: DocumentSealer) {
    this.#sealer = sealer;
  }

  get isEmpty(): boolean {
    return this.#typed.length === 0 && this.#sealed.length === 0;
  }

  add(update: Uint8Array): void {
    this.#typed = [...this.#typed, update];
  }

  /** Seals what was typed so far into one blob. True if it has taken the number. Rejects, and loses nothing, if it cannot. */
  async seal(seq: number): Promise<boolean> {
    const taken = this.#typed;
    if (taken.length === 0) return false;
    const blob = await this.#sealer.sealEdits(seq, Y.mergeUpdates([...taken]));
    this.#typed = this.#typed.slice(taken.length);
    this.#sealed = [...this.#sealed, { seq, blob }];
    return true;
  }

  /** What waits sealed, in order. */
  get sealed(): readonly SealedEdits[] {
    return this.#sealed;
  }

  /** The same, handed over: it is the outer document's from now on. */
  takeSealed(): readonly SealedEdits[] {
    const taken = this.#sealed;
    this.#sealed = [];
    return taken;
  }
}
