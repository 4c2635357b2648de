// The truth about saving, over all open documents. Reads through to the vault: no copy that could be wrong.
import { createSubscriber } from 'svelte/reactivity';
import type { DocumentStatus, VaultSession } from '../../sync/index.ts';

export class SaveState {
  readonly #session: VaultSession;
  readonly #subscribe: () => void;

  constructor(session: VaultSession) {
    this.#session = session;
    this.#subscribe = createSubscriber((update) => session.subscribe(update));
  }

  /** 'saved' only when every strict transaction has completed (P2). */
  get status(): DocumentStatus {
    this.#subscribe();
    return this.#session.status;
  }

  async retry(): Promise<void> {
    await this.#session.retry();
  }
}
