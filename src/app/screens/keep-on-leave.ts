import { isLockKey } from './vault/lock-key.ts';

/** For a form whose typing waits a moment before it is written: not when the field, the window or the page is left, or locked. */
export const keepOnLeave =
  (keep: () => void) =>
  (form: HTMLElement): (() => void) => {
    const end = new AbortController();
    const { signal } = end;
    form.addEventListener('focusout', keep, { signal });
    addEventListener('blur', keep, { signal });
    addEventListener('pagehide', keep, { signal });
    document.addEventListener('visibilitychange', keep, { signal });
    // Before the lock itself hears of it, which seals what is written by then.
    const beforeLock = (event: KeyboardEvent): void => {
      if (isLockKey(event)) keep();
    };
    addEventListener('keydown', beforeLock, { capture: true, signal });
    return () => {
      end.abort();
      keep();
    };
  };
