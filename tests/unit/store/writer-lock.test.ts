import { afterEach, describe, expect, it } from 'vitest';
import { MemoryVaultStore } from '../../../src/sync/store/memory-vault-store.ts';
import { stealWriterLock, takeWriterLock, type WriterLockDeps } from '../../../src/sync/store/writer-lock.ts';
import { FakeLocks } from './fake-locks.ts';

const channels: BroadcastChannel[] = [];
afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
});

/** Two tabs of one origin: the same store and locks, each with its own end of the channel. */
function twoTabs(): readonly [WriterLockDeps, WriterLockDeps] {
  const [store, locks] = [new MemoryVaultStore(), new FakeLocks()];
  const tab = (): WriterLockDeps => {
    const channel = new BroadcastChannel('soundings-writer-test');
    channels.push(channel);
    return { store, locks, channel, now: () => performance.now(), answerWithinMs: 200 };
  };
  return [tab(), tab()];
}

async function held(taking: ReturnType<typeof takeWriterLock>) {
  const outcome = await taking;
  if (outcome.kind !== 'held') throw new Error('the lock is elsewhere');
  return outcome;
}

const isResolved = async (promise: Promise<void>): Promise<boolean> => {
  const later = new Promise<false>((resolve) => setTimeout(resolve, 20, false));
  return Promise.race([promise.then(() => true), later]);
};

describe('the one writer', () => {
  it('is the first tab; the second hears that it lives', async () => {
    const [one, two] = twoTabs();
    const first = await held(takeWriterLock(one));
    expect(first.generation).toBe(1);
    expect(await first.isStillWriter()).toBe(true);
    const second = await takeWriterLock(two);
    expect(second.kind).toBe('elsewhere');
    expect(second.kind === 'elsewhere' && second.lastHeartbeatMs).toBeGreaterThanOrEqual(0);
  });

  it('that is frozen does not answer', async () => {
    const [one, two] = twoTabs();
    await held(takeWriterLock(one));
    (one.channel as BroadcastChannel).close(); // a frozen tab hears nothing
    expect(await takeWriterLock(two)).toEqual({ kind: 'elsewhere', lastHeartbeatMs: null });
  });

  it('loses to the tab where the person says "use it here", and knows at once', async () => {
    const [one, two] = twoTabs();
    const first = await held(takeWriterLock(one));
    const second = await stealWriterLock(two);
    await first.lost;
    expect(second.generation).toBe(2);
    expect(await first.isStillWriter()).toBe(false);
    expect(await second.isStillWriter()).toBe(true);
    expect(await isResolved(second.lost)).toBe(false);
  });

  it('that slept through a theft sees by the generation that it writes no more', async () => {
    const [one, two] = twoTabs();
    const first = await held(takeWriterLock(one));
    await two.store.claimGeneration(); // the AbortError has not been delivered yet
    expect(await first.isStillWriter()).toBe(false);
  });

  it('hands over when it releases, and then is not "lost" but done', async () => {
    const [one, two] = twoTabs();
    const first = await held(takeWriterLock(one));
    await first.release();
    expect(await first.isStillWriter()).toBe(false);
    const second = await held(takeWriterLock(two));
    expect(second.generation).toBe(2);
    expect(await isResolved(first.lost)).toBe(false);
  });

  it('is nobody if the generation cannot be claimed, and the lock is free again', async () => {
    const [one, two] = twoTabs();
    const broken = {
      ...one,
      store: { ...one.store, claimGeneration: () => Promise.reject(new Error('closed')) },
    };
    await expect(
      takeWriterLock({ ...broken, store: { ...broken.store, readGeneration: () => Promise.resolve(0) } }),
    ).rejects.toThrow('closed');
    expect((await takeWriterLock(two)).kind).toBe('held');
  });

  it('holds the lock on a full disk, writes nothing, and claims before the first write that finds room', async () => {
    const [one, two] = twoTabs();
    const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const { store } = one;
    const onFullDisk: WriterLockDeps['store'] = {
      claimGeneration: full,
      claimGenerationAfter: full,
      readGeneration: () => store.readGeneration(),
    };
    const first = await held(takeWriterLock({ ...one, store: onFullDisk }));
    expect(first.generation).toBeNull();
    expect((await takeWriterLock(two)).kind).toBe('elsewhere');
    await expect(first.isStillWriter()).rejects.toThrow('full');
    onFullDisk.claimGenerationAfter = (seen) => store.claimGenerationAfter(seen);
    expect(await Promise.all([first.isStillWriter(), first.isStillWriter()])).toEqual([true, true]);
    expect(first.generation).toBe(1);
    await store.claimGeneration();
    expect(await first.isStillWriter()).toBe(false);
  });

  it('on a full disk never claims over a thief whom it slept through, however much room there is by then', async () => {
    const [one, two] = twoTabs();
    const { store } = one;
    const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const sleeper = await held(
      takeWriterLock({
        ...one,
        store: {
          claimGeneration: full,
          claimGenerationAfter: (seen) => store.claimGenerationAfter(seen),
          readGeneration: () => store.readGeneration(),
        },
      }),
    );
    const thief = await two.store.claimGeneration(); // the AbortError has not been delivered yet
    expect(await sleeper.isStillWriter()).toBe(false);
    expect(await sleeper.isStillWriter()).toBe(false);
    expect(await two.store.readGeneration()).toBe(thief);
  });

  it('does not take the lock from another tab while it cannot claim', async () => {
    const [one, two] = twoTabs();
    await held(takeWriterLock(one));
    const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const store = {
      claimGeneration: full,
      claimGenerationAfter: full,
      readGeneration: () => Promise.resolve(1),
    };
    await expect(stealWriterLock({ ...two, store })).rejects.toThrow('full');
  });
});
