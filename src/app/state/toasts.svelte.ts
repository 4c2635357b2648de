// Short messages that come and go; an undo stays for ten seconds (DESIGN 4). While they are held none is shown and none runs out.
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo?: () => void;
}

const shownForMs = 10_000;

export class Toasts {
  #toasts = $state<readonly Toast[]>([]);
  #isHeld = $state(false);
  #nextId = 1;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  get all(): readonly Toast[] {
    return this.#isHeld ? [] : this.#toasts;
  }

  show(toast: { readonly text: string; readonly undo?: () => void }): void {
    const id = this.#nextId;
    this.#nextId += 1;
    this.#toasts = [...this.#toasts, { id, ...toast }];
    if (!this.#isHeld) this.#start(id);
  }

  dismiss(id: number): void {
    this.#stop(id);
    this.#toasts = this.#toasts.filter((toast) => toast.id !== id);
  }

  /** Until `release`: what is shown goes and what comes waits (a client is looking at the screen). */
  hold(): void {
    this.#isHeld = true;
    for (const { id } of this.#toasts) this.#stop(id);
  }

  /** What was held has its ten seconds from now. */
  release(): void {
    this.#isHeld = false;
    for (const { id } of this.#toasts) this.#start(id);
  }

  #start(id: number): void {
    this.#stop(id);
    this.#timers.set(
      id,
      setTimeout(() => this.dismiss(id), shownForMs),
    );
  }

  #stop(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }
}
