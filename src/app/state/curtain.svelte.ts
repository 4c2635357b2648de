// A curtain before the whole app: nothing behind it can be read, and whoever lifts it stands where they stood.
import { tick } from 'svelte';
import type { Toasts } from './toasts.svelte.ts';

export class Curtain {
  readonly #toasts: Toasts;
  #isDown = $state(false);
  #stoodOn: HTMLElement | null = null;

  constructor(toasts: Toasts) {
    this.#toasts = toasts;
  }

  get isDown(): boolean {
    return this.#isDown;
  }

  draw(): void {
    if (this.#isDown) return;
    this.#stoodOn = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    this.#isDown = true;
    this.#toasts.hold();
  }

  async lift(): Promise<void> {
    if (!this.#isDown) return;
    this.#isDown = false;
    this.#toasts.release();
    // What is behind it can take focus only once it is there again.
    await tick();
    this.#stoodOn?.focus();
    this.#stoodOn = null;
  }
}
