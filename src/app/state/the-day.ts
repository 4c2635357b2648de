// Which day it is, read through to the clock: it is asked again when the page comes back into view and every half minute, so
// that a page left open over midnight, or on a computer whose clock was set, does not go on with yesterday.
import { createSubscriber } from 'svelte/reactivity';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import { today } from './now.ts';

const askAgainMs = 30_000;

const subscribe = createSubscriber((update) => {
  let known = today();
  const ask = (): void => {
    if (known === today()) return;
    known = today();
    update();
  };
  const end = new AbortController();
  document.addEventListener('visibilitychange', ask, { signal: end.signal });
  addEventListener('focus', ask, { signal: end.signal });
  const timer = setInterval(ask, askAgainMs);
  return () => {
    end.abort();
    clearInterval(timer);
  };
});

/** Today; where it is read on a screen, the screen follows the clock. */
export function theDay(): CalendarDay {
  subscribe();
  return today();
}
