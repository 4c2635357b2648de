import { describe, expect, test } from 'vitest';
import { deriveKeyWithArgon2 } from '../../../src/sync/vault/argon2.ts';
import { calibrateKdf, costForTime } from '../../../src/sync/vault/calibrate.ts';
import { kdfProblem, KDF_CEILING, KDF_FLOOR, type DeriveKey } from '../../../src/sync/vault/kdf.ts';
import { kdfInWorker } from '../../../src/sync/vault/kdf-in-worker.ts';
import type { KdfReply, KdfRequest } from '../../../src/sync/vault/kdf-messages.ts';
import { toHex, toUtf8 } from '../../../src/sync/vault/text.ts';
import { seededRandom } from './seeded-random.ts';

const salt = new Uint8Array(16).fill(1);

describe('Argon2id', () => {
  test('gives the reference implementation’s value (phc-winner-argon2, test.c: t=4, 64 MiB, p=1)', async () => {
    const header = { memoryKiB: 65_536, iterations: 4, parallelism: 1, salt: toUtf8('somesalt') };
    const key = await deriveKeyWithArgon2('password', header);
    expect(toHex(key)).toBe('9025d48e68ef7395cca9079da4c4ec3affb3c8911fe4f86d1a2520856f63172c');
  });

  test('refuses a cost outside the bounds before it loads anything', async () => {
    for (const cost of [{ memoryKiB: 1024 }, { memoryKiB: 2 ** 22 }, { iterations: 1 }, { iterations: 99 }]) {
      await expect(deriveKeyWithArgon2('a', { ...KDF_FLOOR, salt, ...cost })).rejects.toThrow(RangeError);
    }
    expect(kdfProblem(KDF_FLOOR)).toBeNull();
    expect(kdfProblem(KDF_CEILING)).toBeNull();
    expect(kdfProblem({ ...KDF_FLOOR, memoryKiB: Number.NaN })).toBe('memory-below-floor');
  });

  test('stops before it starts if the signal has aborted', async () => {
    await expect(deriveKeyWithArgon2('a', { ...KDF_FLOOR, salt }, AbortSignal.abort())).rejects.toThrow(
      /abort/i,
    );
  });
});

describe('calibration', () => {
  test.each([
    [5000, { memoryKiB: 65_536, iterations: 3 }],
    [700, { memoryKiB: 65_536, iterations: 3 }],
    [350, { memoryKiB: 131_072, iterations: 3 }],
    [300, { memoryKiB: 147_456, iterations: 3 }],
    [175, { memoryKiB: 262_144, iterations: 3 }],
    [100, { memoryKiB: 262_144, iterations: 5 }],
    [1, { memoryKiB: 262_144, iterations: 10 }],
  ])('a floor that took %i ms gives %o', (floorTookMs, expected) => {
    const cost = costForTime(floorTookMs);
    expect(cost).toEqual({ ...expected, parallelism: 1 });
    expect(kdfProblem(cost)).toBeNull();
  });

  test('goes by the second measurement: the first one also loads the code', async () => {
    let nowMs = 0;
    const took = [3000, 350];
    const slowAtFirst: DeriveKey = (_, header) => {
      expect(header).toMatchObject(KDF_FLOOR);
      nowMs += took.shift() ?? 0;
      return Promise.resolve(new Uint8Array(32));
    };
    const cost = await calibrateKdf(slowAtFirst, () => nowMs, seededRandom(1));
    expect(cost.memoryKiB).toBe(131_072);
  });
});

/** A worker in this thread: it answers as told and remembers whether it was ended. */
class WorkerInThisThread extends EventTarget {
  ended = false;
  asked: KdfRequest | null = null;
  constructor(readonly reply: KdfReply | 'error' | 'silence') {
    super();
  }
  postMessage(request: KdfRequest): void {
    this.asked = request;
    if (this.reply === 'silence') return;
    const event =
      this.reply === 'error'
        ? Object.assign(new Event('error'), { message: 'out of memory' })
        : new MessageEvent('message', { data: this.reply });
    queueMicrotask(() => this.dispatchEvent(event));
  }
  terminate(): void {
    this.ended = true;
  }
}

describe('the KDF in a worker', () => {
  const header = { ...KDF_FLOOR, salt };
  const start = (reply: KdfReply | 'error' | 'silence') => {
    const worker = new WorkerInThisThread(reply);
    // It speaks the three calls that are used of a Worker.
    return { worker, derive: kdfInWorker(() => worker) };
  };

  test('asks once, answers, and ends the worker', async () => {
    const { worker, derive } = start({ kind: 'derived', key: new Uint8Array(32).fill(6) });
    expect(await derive('words', header)).toEqual(new Uint8Array(32).fill(6));
    expect(worker.asked).toEqual({ passphrase: 'words', header });
    expect(worker.ended).toBe(true);
  });

  test('a failure in the worker is told and ends it', async () => {
    for (const reply of [{ kind: 'failed', message: 'no wasm' } as const, 'error' as const]) {
      const { worker, derive } = start(reply);
      await expect(derive('words', header)).rejects.toThrow(/no wasm|out of memory/);
      expect(worker.ended).toBe(true);
    }
  });

  test('an abort ends it at once', async () => {
    const { worker, derive } = start('silence');
    const controller = new AbortController();
    const deriving = derive('words', header, controller.signal);
    controller.abort();
    await expect(deriving).rejects.toThrow(/abort/i);
    expect(worker.ended).toBe(true);
  });
});
