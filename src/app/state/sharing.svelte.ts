// What a client is being shown right now. While it is on nothing else may be on the screen: App and Shell draw the view alone, and
// messages wait. The view is a picture of the moment at which it was begun: what arrives meanwhile does not change it.
import type { ClientId } from '../../records/entry.ts';
import type { SharedView } from './shared-view.ts';
import type { Toasts } from './toasts.svelte.ts';

export class Sharing {
  readonly #toasts: Toasts;
  #view = $state.raw<SharedView | null>(null);
  #keys: AbortController | null = null;
  /** Who is to see their own view as soon as it is there: the tablet has just come back from them. */
  wantedFor: ClientId | null = null;

  constructor(toasts: Toasts) {
    this.#toasts = toasts;
  }

  /** Null: nothing is being shown. */
  get view(): SharedView | null {
    return this.#view;
  }

  begin(view: SharedView): void {
    this.end();
    this.#toasts.hold();
    this.#view = view;
    this.#keys = new AbortController();
    // Before anything on the stage: a chart, too, knows what to do with Escape.
    const { signal } = this.#keys;
    document.addEventListener('keydown', (event) => this.#byKey(event), { capture: true, signal });
  }

  end(): void {
    if (this.#view === null) return;
    this.#keys?.abort();
    this.#view = null;
    this.#toasts.release();
  }

  #byKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    this.end();
  }
}
