import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DraftKeeper } from '../../../src/app/state/draft-keeper.ts';

const write = vi.fn((_draft: { readonly said: string } | null) => Promise.resolve());
let keeper: DraftKeeper<{ readonly said: string }>;

beforeEach(() => {
  vi.useFakeTimers();
  write.mockClear();
  keeper = new DraftKeeper(write);
});
afterEach(() => {
  vi.useRealTimers();
});

test('what is typed is written half a second after the last key, once', () => {
  for (const said of ['a', 'ab', 'abc']) {
    keeper.changed({ said });
    vi.advanceTimersByTime(400);
  }
  expect(write).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(write.mock.calls).toEqual([[{ said: 'abc' }]]);
});

test('who leaves takes nothing away: what waits is written at once, and only once', () => {
  keeper.changed({ said: 'a' });
  keeper.now();
  keeper.now();
  vi.advanceTimersByTime(5_000);
  expect(write.mock.calls).toEqual([[{ said: 'a' }]]);
});

test('after it was saved or discarded nothing is written any more, until a new form begins', () => {
  keeper.changed({ said: 'a' });
  keeper.drop();
  keeper.changed({ said: 'b' });
  vi.advanceTimersByTime(5_000);
  expect(write).not.toHaveBeenCalled();
  keeper.begin();
  keeper.changed({ said: 'c' });
  keeper.now();
  expect(write.mock.calls).toEqual([[{ said: 'c' }]]);
});
