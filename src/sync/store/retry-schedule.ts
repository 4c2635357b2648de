import type { NotSavedReason } from './document-store.ts';

/** Calls back once after `delayMs`, unless the returned function is called before. */
export type Schedule = (callback: () => void, delayMs: number) => () => void;

/** The second one is soon: Chromium, clearing a site, refuses the very first opening after it closed the database. */
const reopeningDelaysMs = [0, 500, 5_000, 30_000];
const writingDelaysMs = [2_000, 10_000];
const longestDelayMs = 60_000;

/**
 * When to try again by ourselves: at once after the browser closed the database (Safari does so in the background), else
 * ever more slowly. `retriesSinceEdit` counts from the last edit, so that a database that closes again and again is not
 * opened in a loop.
 */
export function retryDelayMs(reason: NotSavedReason, retriesSinceEdit: number): number {
  const isAboutOpening = reason === 'closed' || reason === 'cannot-open';
  const delaysMs = isAboutOpening ? reopeningDelaysMs : writingDelaysMs;
  return delaysMs[retriesSinceEdit] ?? longestDelayMs;
}

/** The real one. */
export const scheduleByTimer: Schedule = (callback, delayMs) => {
  const timer = setTimeout(callback, delayMs);
  return () => {
    clearTimeout(timer);
  };
};

/** The retries of one document: at most one waits. */
export class SelfRetry {
  readonly #schedule: Schedule;
  readonly #run: () => void;
  #cancel: (() => void) | null = null;
  #retriesSinceEdit = 0;

  constructor(schedule: Schedule, run: () => void) {
    this.#schedule = schedule;
    this.#run = run;
  }

  noteEdit(): void {
    this.#retriesSinceEdit = 0;
  }

  later(reason: NotSavedReason): void {
    if (this.#cancel !== null) return;
    const delayMs = retryDelayMs(reason, this.#retriesSinceEdit);
    this.#cancel = this.#schedule(() => {
      this.#retriesSinceEdit += 1;
      this.#run();
    }, delayMs);
  }

  forget(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}
