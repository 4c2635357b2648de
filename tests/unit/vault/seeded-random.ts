// Random bytes that a test can have again: SplitMix32 of a seed. Never near a real key.
import type { Random } from '../../../src/sync/vault/bytes.ts';

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  return (length) => Uint8Array.from({ length }, () => next() & 0xff);
}

/** A clock that stands at one instant after another, a second apart. */
export function steppingClock(start = '2026-03-02T09:00:00.000Z'): () => string {
  let ms = Date.parse(start);
  return () => {
    const now = new Date(ms).toISOString();
    ms += 1000;
    return now;
  };
}

/** Every copy of `bytes` with one bit turned, one copy per byte. */
export function* flippedCopies(bytes: Uint8Array): Generator<readonly [Uint8Array, number]> {
  for (let i = 0; i < bytes.length; i++) {
    const copy = bytes.slice();
    copy[i] = (copy[i] ?? 0) ^ (1 << (i % 8));
    yield [copy, i];
  }
}
