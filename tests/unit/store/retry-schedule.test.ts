import { describe, expect, it } from 'vitest';
import { retryDelayMs } from '../../../src/sync/store/retry-schedule.ts';
import { notSavedReasonOf, StoreFailure } from '../../../src/sync/store/store-failure.ts';

describe('trying again by itself', () => {
  it('is immediate after the browser closed the database, once, and then slower and slower', () => {
    expect(retryDelayMs('closed', 0)).toBe(0);
    expect([1, 2, 3, 4].map((n) => retryDelayMs('cannot-open', n))).toEqual([500, 5_000, 30_000, 60_000]);
  });

  it('waits for space, ever longer, never longer than a minute', () => {
    expect([0, 1, 2, 3, 99].map((n) => retryDelayMs('quota', n))).toEqual([
      2_000, 10_000, 60_000, 60_000, 60_000,
    ]);
  });
});

describe('what an error of the database means', () => {
  it('goes by its name', () => {
    expect(notSavedReasonOf(new DOMException('', 'QuotaExceededError'))).toBe('quota');
    expect(notSavedReasonOf(new DOMException('', 'InvalidStateError'))).toBe('closed');
    expect(notSavedReasonOf(new DOMException('', 'AbortError'))).toBe('aborted');
    expect(notSavedReasonOf(null)).toBe('aborted');
    expect(notSavedReasonOf(new StoreFailure('cannot-open'))).toBe('cannot-open');
  });
});
