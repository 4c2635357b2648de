/** What is read from the store once and kept in step from then on. A reading that failed is not kept: the next one asks again. */
export class ReadOnce<T> {
  readonly #read: () => Promise<T>;
  #kept: Promise<T> | null = null;

  constructor(read: () => Promise<T>) {
    this.#read = read;
  }

  get(): Promise<T> {
    if (this.#kept) return this.#kept;
    const reading = this.#read();
    this.#kept = reading;
    reading.catch(() => {
      if (this.#kept === reading) this.#kept = null;
    });
    return reading;
  }

  /** The next one reads anew. */
  forget(): void {
    this.#kept = null;
  }
}
