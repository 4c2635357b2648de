// What time it is, read through to the clock: a screen that shows it follows, in steps that nobody has to watch.
import { createSubscriber } from 'svelte/reactivity';

const lookEveryMs = 10_000;

const subscribe = createSubscriber((update) => {
  const end = new AbortController();
  document.addEventListener('visibilitychange', update, { signal: end.signal });
  addEventListener('focus', update, { signal: end.signal });
  const timer = setInterval(update, lookEveryMs);
  return () => {
    end.abort();
    clearInterval(timer);
  };
});

/** UTC, ISO 8601. */
export function theInstant(): string {
  subscribe();
  return new Date().toISOString();
}
