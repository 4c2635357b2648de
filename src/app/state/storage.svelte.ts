// Does the browser promise to keep what is stored? Asked for and shown, never waited for on the way in (it can hang).
export type Persistence = 'unknown' | 'asking' | 'granted' | 'denied';

export class StorageState {
  #persistence = $state<Persistence>('unknown');
  #usageBytes = $state<number | null>(null);
  #quotaBytes = $state<number | null>(null);

  get persistence(): Persistence {
    return this.#persistence;
  }
  get usageBytes(): number | null {
    return this.#usageBytes;
  }
  get quotaBytes(): number | null {
    return this.#quotaBytes;
  }

  /** Looks without asking. */
  async look(): Promise<void> {
    // Nothing can be asked on plain http, where there is no vault either.
    if (!('storage' in navigator)) return;
    if (await navigator.storage.persisted()) this.#persistence = 'granted';
    const { usage, quota } = await navigator.storage.estimate();
    this.#usageBytes = usage ?? null;
    this.#quotaBytes = quota ?? null;
  }

  /** Asks the browser; the answer is shown as it is. */
  async ask(): Promise<void> {
    this.#persistence = 'asking';
    this.#persistence = (await navigator.storage.persist()) ? 'granted' : 'denied';
    await this.look();
  }
}
