// Short messages that come and go; an undo stays for ten seconds (DESIGN 4).
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo?: () => void;
}

const shownForMs = 10_000;

export class Toasts {
  #toasts = $state<readonly Toast[]>([]);
  #nextId = 1;

  get all(): readonly Toast[] {
    return this.#toasts;
  }

  show(toast: { readonly text: string; readonly undo?: () => void }): void {
    const id = this.#nextId;
    this.#nextId += 1;
    this.#toasts = [...this.#toasts, { id, ...toast }];
    setTimeout(() => this.dismiss(id), shownForMs);
  }

  dismiss(id: number): void {
    this.#toasts = this.#toasts.filter((toast) => toast.id !== id);
  }
}
