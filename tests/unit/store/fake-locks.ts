/** Web Locks for Node: one exclusive lock per name, `ifAvailable` and `steal`, which is all that the writer lock uses. */
export class FakeLocks implements Pick<LockManager, 'request'> {
  readonly #holders = new Map<string, (reason: unknown) => void>();

  request<T>(name: string, callback: LockGrantedCallback<T>): Promise<Awaited<T>>;
  request<T>(name: string, options: LockOptions, callback: LockGrantedCallback<T>): Promise<Awaited<T>>;
  async request<T>(
    name: string,
    optionsOrCallback: LockOptions | LockGrantedCallback<T>,
    maybeCallback?: LockGrantedCallback<T>,
  ): Promise<Awaited<T>> {
    const options = typeof optionsOrCallback === 'function' ? {} : optionsOrCallback;
    const callback = typeof optionsOrCallback === 'function' ? optionsOrCallback : maybeCallback;
    if (callback === undefined) throw new TypeError('no callback');
    await Promise.resolve();
    const holder = this.#holders.get(name);
    if (holder !== undefined && options.ifAvailable === true) return await callback(null);
    holder?.(new DOMException('stolen', 'AbortError'));
    let drop: (reason: unknown) => void = () => undefined;
    const stolen = new Promise<never>((_, reject) => {
      drop = reject;
    });
    this.#holders.set(name, drop);
    try {
      return await Promise.race([Promise.resolve(callback({ name, mode: 'exclusive' })), stolen]);
    } finally {
      if (this.#holders.get(name) === drop) this.#holders.delete(name);
    }
  }
}
