/** A screen that has no title by then leaves focus where it is. */
const patienceMs = 5_000;
/** The person has gone on: focus is theirs. */
const signs = ['keydown', 'pointerdown'] as const;

/**
 * After a change of page: moves focus to its title as soon as the screen is there, unless the screen has taken focus for a
 * field or the person has gone on meanwhile, and shows the page from its top. Ends with `signal`.
 */
export function focusWhenTitled(main: HTMLElement, signal: AbortSignal): void {
  const over = new AbortController();
  const ends = AbortSignal.any([signal, over.signal, AbortSignal.timeout(patienceMs)]);
  const attempt = (): void => {
    const title = main.querySelector<HTMLElement>('[data-page-title]');
    if (!title) return;
    over.abort();
    if (main.querySelector(':focus')) return;
    title.focus({ preventScroll: true });
    scrollTo(0, 0);
  };
  const observer = new MutationObserver(attempt);
  ends.addEventListener('abort', () => observer.disconnect(), { once: true });
  for (const sign of signs)
    addEventListener(sign, () => over.abort(), { capture: true, passive: true, signal: ends });
  observer.observe(main, { childList: true, subtree: true });
  attempt();
}
