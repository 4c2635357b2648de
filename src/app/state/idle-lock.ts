// Locks when nobody has touched anything for a while (HIPAA: automatic log-off). Sleep counts: the clock is compared, not
// a timer trusted.
const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
const lookEveryMs = 5_000;

/**
 * Calls `onIdle` at each look while nobody touches anything, because it may not have come to a lock; never while the last call
 * is under way. Ends with `signal`. `limitMinutes` is read at each look, so that a change holds at once.
 */
export function watchIdle(
  limitMinutes: () => number,
  onIdle: () => Promise<unknown>,
  signal: AbortSignal,
): void {
  let lastSignAt = Date.now();
  let isLocking = false;
  const touched = (): void => {
    lastSignAt = Date.now();
  };
  for (const sign of signs) addEventListener(sign, touched, { capture: true, passive: true, signal });
  const look = (): void => {
    if (isLocking || Date.now() - lastSignAt < limitMinutes() * 60_000) return;
    isLocking = true;
    void onIdle().finally(() => (isLocking = false));
  };
  const timer = setInterval(look, lookEveryMs);
  document.addEventListener('visibilitychange', look, { signal });
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
