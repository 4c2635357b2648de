// One writer per origin (VAULT P3). The Web Lock says who writes; the generation in the store tells a holder that slept
// through a theft; the heartbeat tells a live tab from a frozen one, which cannot answer.
import { answersHeartbeats, hearHeartbeat, type HeartbeatChannel } from './writer-heartbeat.ts';
import { storeReasonOf } from './store-failure.ts';
import type { VaultStore } from './vault-store.ts';

const lockName = 'soundings-writer';

export interface WriterLockDeps {
  readonly store: Pick<VaultStore, 'claimGeneration' | 'claimGenerationAfter' | 'readGeneration'>;
  readonly locks: Pick<LockManager, 'request'>;
  readonly channel: HeartbeatChannel;
  /** Milliseconds of any clock that runs evenly. */
  readonly now: () => number;
  /** How long another tab may take to answer before it counts as frozen. */
  readonly answerWithinMs?: number;
}

export interface HeldWriterLock {
  readonly kind: 'held';
  /** Null until there is room for the claim: a full disk is read all the same. */
  readonly generation: number | null;
  /** Resolves when another tab has taken the lock: detach and reload. Never resolves after `release`. */
  readonly lost: Promise<void>;
  /**
   * To be asked before each seal, trim, compaction and cache write. False for good once another tab has claimed. Where the
   * generation could not be claimed it is claimed here first, if it is still the one that stood when the lock was granted: a
   * later claim would undo a theft. Throws the store's error while the disk is still full.
   */
  isStillWriter(): Promise<boolean>;
  /** Resolves when another tab can have the lock. */
  release(): Promise<void>;
}

export interface WriterElsewhere {
  readonly kind: 'elsewhere';
  /** How long the other tab took to answer, in ms; null = it does not answer: frozen, or not yet awake. */
  readonly lastHeartbeatMs: number | null;
}

/**
 * Takes the lock if nobody holds it. With a full disk it is held without a generation: whoever held it before is gone, so
 * reading is safe, and nothing is written before a claim. @throws if the store fails in another way.
 */
export async function takeWriterLock(deps: WriterLockDeps): Promise<HeldWriterLock | WriterElsewhere> {
  const held = await requestLock(deps, { ifAvailable: true });
  if (held !== null) return held;
  const lastHeartbeatMs = await hearHeartbeat(deps.channel, deps.now, deps.answerWithinMs ?? 1_000);
  return { kind: 'elsewhere', lastHeartbeatMs };
}

/** "Use it here": takes the lock from whoever holds it, whose `lost` then resolves. @throws if the store cannot claim. */
export async function stealWriterLock(deps: WriterLockDeps): Promise<HeldWriterLock> {
  const held = await requestLock(deps, { steal: true });
  if (held === null) throw new Error('a stolen lock was not granted');
  return held;
}

function requestLock(deps: WriterLockDeps, options: LockOptions): Promise<HeldWriterLock | null> {
  return new Promise((resolve, reject) => {
    let letGo: () => void = () => undefined;
    const until = new Promise<void>((done) => {
      letGo = done;
    });
    const ended = deps.locks.request(lockName, options, async (lock) => {
      if (lock === null) {
        resolve(null);
        return;
      }
      const seen = await deps.store.readGeneration();
      const generation = options.steal ? await deps.store.claimGeneration() : await claimIfRoom(deps.store);
      resolve(holdLock(deps, { seen, generation }, ended, letGo));
      await until;
    });
    // Before it was granted: a failure to get it. Afterwards `lost` tells.
    ended.catch(reject);
  });
}

/** Null: the disk is full. */
async function claimIfRoom(store: WriterLockDeps['store']): Promise<number | null> {
  try {
    return await store.claimGeneration();
  } catch (error) {
    if (storeReasonOf(error) === 'quota') return null;
    throw error;
  }
}

function holdLock(
  { store, channel }: WriterLockDeps,
  granted: { readonly seen: number; readonly generation: number | null },
  ended: Promise<void>,
  letGo: () => void,
): HeldWriterLock {
  const stopAnswering = answersHeartbeats(channel);
  let isOver = false;
  let { generation } = granted;
  let claiming: Promise<number | null> | null = null;
  const claimed = async (): Promise<number | null> => {
    if (generation !== null) return generation;
    // One claim, however many ask; after a failure the next one tries again.
    claiming ??= store.claimGenerationAfter(granted.seen).finally(() => (claiming = null));
    return (generation = await claiming);
  };
  const lost = new Promise<void>((resolve) => {
    ended.catch(() => {
      // AbortError: the only way in which a granted lock ends without us.
      isOver = true;
      stopAnswering();
      resolve();
    });
  });
  return {
    kind: 'held',
    get generation() {
      return generation;
    },
    lost,
    isStillWriter: async () => !isOver && (await claimed()) === (await store.readGeneration()) && !isOver,
    release: async () => {
      isOver = true;
      stopAnswering();
      letGo();
      await ended.catch(() => undefined); // stolen in the meantime: it is free of us all the same
    },
  };
}
