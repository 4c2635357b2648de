// Writes what is typed a moment after the last key, and at once when somebody leaves. Law: what was handed over last is written
// last, and nothing is written after `drop`.
const quietForMs = 500;

export class DraftKeeper<Draft extends object> {
  readonly #write: (draft: Draft | null) => Promise<unknown>;
  #waiting: Draft | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isDropped = false;

  constructor(write: (draft: Draft | null) => Promise<unknown>) {
    this.#write = write;
  }

  /** Something was typed. */
  changed(draft: Draft): void {
    if (this.#isDropped) return;
    this.#waiting = draft;
    this.#stopClock();
    this.#timer = setTimeout(() => this.now(), quietForMs);
  }

  /** Writes what waits: called when the field, the window or the page is left, and before a lock. */
  now(): void {
    this.#stopClock();
    const draft = this.#waiting;
    this.#waiting = null;
    if (draft) void this.#write(draft);
  }

  /** Saved or discarded: whatever waits is forgotten. Writing the draft away is the caller's. */
  drop(): void {
    this.#isDropped = true;
    this.#waiting = null;
    this.#stopClock();
  }

  /** A new form begins. */
  begin(): void {
    this.drop();
    this.#isDropped = false;
  }

  #stopClock(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
