import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Toasts } from '../../../src/app/state/toasts.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const texts = ({ all }: Toasts): string[] => all.map(({ text }) => text);

test('a message is gone after ten seconds', () => {
  const toasts = new Toasts();
  toasts.show({ text: 'Saved' });
  vi.advanceTimersByTime(9_999);
  expect(texts(toasts)).toEqual(['Saved']);
  vi.advanceTimersByTime(1);
  expect(texts(toasts)).toEqual([]);
});

test('while they are held none is shown and none runs out; afterwards each has its ten seconds', () => {
  const toasts = new Toasts();
  toasts.show({ text: 'before' });
  vi.advanceTimersByTime(6_000);
  toasts.hold();
  toasts.show({ text: 'meanwhile' });
  vi.advanceTimersByTime(60_000);
  expect(texts(toasts)).toEqual([]);
  toasts.release();
  expect(texts(toasts)).toEqual(['before', 'meanwhile']);
  vi.advanceTimersByTime(10_000);
  expect(texts(toasts)).toEqual([]);
});
