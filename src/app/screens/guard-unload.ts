/**
 * Lets the browser ask before the page goes while `wouldLose` says so; other pages of the app lose nothing and are not
 * asked about. Locking never waits for an answer: it clears the address before it reloads, and is let through.
 * @returns what ends it.
 */
export function guardUnload(wouldLose: () => boolean): () => void {
  const end = new AbortController();
  const ask = (event: BeforeUnloadEvent): void => {
    if (location.hash !== '' && wouldLose()) event.preventDefault();
  };
  addEventListener('beforeunload', ask, { signal: end.signal });
  return () => end.abort();
}
