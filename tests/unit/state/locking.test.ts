// Locking never fails open: an idle vault is tried again until it locks, and the page goes whatever fails on the way.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppState } from '../../../src/app/state/app-state.svelte.ts';
import { watchIdle } from '../../../src/app/state/idle-lock.ts';
import { aVault } from '../replica/a-practice.ts';

// Which clients are in the vault that is closed does not matter here.
vi.mock('../../../src/app/state/example.ts', () => ({ loadExample: () => Promise.resolve() }));

const minute = 60_000;
const reload = vi.fn();

beforeEach(() => {
  vi.stubGlobal('addEventListener', vi.fn());
  vi.stubGlobal('document', { addEventListener: vi.fn() });
  vi.stubGlobal('location', { hash: '', pathname: '/', search: '', reload });
  vi.stubGlobal('history', { replaceState: vi.fn() });
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  reload.mockReset();
});

describe('an idle vault', () => {
  test('that could not lock is tried again as long as nobody touches anything, one try at a time', async () => {
    vi.useFakeTimers();
    const finished: (() => void)[] = [];
    const onIdle = vi.fn(() => new Promise<void>((resolve) => finished.push(resolve)));
    watchIdle(() => 15, onIdle, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(14 * minute);
    expect(onIdle).toHaveBeenCalledTimes(0);
    await vi.advanceTimersByTimeAsync(5 * minute);
    expect(onIdle).toHaveBeenCalledTimes(1);
    finished[0]?.();
    await vi.advanceTimersByTimeAsync(minute);
    expect(onIdle).toHaveBeenCalledTimes(2);
  });

  test('is left alone once it has locked', async () => {
    vi.useFakeTimers();
    const locked = new AbortController();
    const onIdle = vi.fn(() => Promise.resolve(locked.abort()));
    watchIdle(() => 15, onIdle, locked.signal);
    await vi.advanceTimersByTimeAsync(60 * minute);
    expect(onIdle).toHaveBeenCalledTimes(1);
  });
});

test('a vault that cannot be closed properly is locked all the same', async () => {
  const app = new AppState();
  await app.lookAround();
  if (!app.practice) throw new Error('nothing is open');
  const trouble = new DOMException('closed', 'DatabaseClosedError');
  app.practice.close = () => Promise.reject(trouble);
  await expect(app.lock()).rejects.toBe(trouble);
  expect(reload).toHaveBeenCalledTimes(1);
});

test('tables that the browser closes are told at once: nothing counts as saved any more', async () => {
  const device = await aVault();
  await device.session.close();
  const { tables } = device.ports;
  const listeners = new Set<() => void>();
  tables.onClosed = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const outcome = await device.door.unlock('lamp river cotton');
  if (outcome.kind !== 'open') throw new Error(outcome.kind);
  const { session } = outcome;
  const told = vi.fn();
  session.subscribe(told);
  expect(session.status).toEqual({ kind: 'saved' });
  for (const listener of listeners) listener();
  expect(told).toHaveBeenCalledTimes(1);
  const closed = { kind: 'not-saved', reason: 'closed' };
  expect(session.status).toEqual(closed);
  expect(await session.flush()).toEqual(closed);
  expect(await session.retry()).toEqual(closed);
});
