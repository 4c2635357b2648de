import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  FULL_FLOOR,
  isPaddedSize,
  pad,
  padmeSize,
  SHORT_FLOOR,
  unpad,
} from '../../../src/sync/vault/padding.ts';

const floor = fc.constantFrom<256 | 64>(FULL_FLOOR, SHORT_FLOOR);

test('the sizes of the Padmé paper: rounded up in steps of 2^(E−S)', () => {
  // E = 8, S = 4 → steps of 16; E = 9, S = 4 → 32; E = 20, S = 5 → 2^15.
  expect([257, 272, 273, 511, 513, 2 ** 20 + 1].map((length) => padmeSize(length, FULL_FLOOR))).toEqual([
    272,
    272,
    288,
    512,
    544,
    2 ** 20 + 2 ** 15,
  ]);
  expect(padmeSize(0, FULL_FLOOR)).toBe(256);
  expect(padmeSize(0, SHORT_FLOOR)).toBe(64);
});

test('padding costs at most 12 % above the floor, and a padded size is its own padded size', () => {
  fc.assert(
    fc.property(fc.integer({ min: 256, max: 2 ** 31 }), floor, (length, atLeast) => {
      const size = padmeSize(length, atLeast);
      expect(size).toBeGreaterThanOrEqual(length);
      expect(size / length).toBeLessThanOrEqual(1.12);
      expect(isPaddedSize(size, atLeast)).toBe(true);
      expect(size === length || !isPaddedSize(length, atLeast)).toBe(true);
    }),
  );
});

test('what is padded comes back, in a size that hides its length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), floor, (plain, atLeast) => {
      const padded = pad(plain, atLeast);
      expect(isPaddedSize(padded.length, atLeast)).toBe(true);
      expect(unpad(padded, atLeast)).toEqual(plain);
    }),
  );
});

test('any other byte in length or padding is refused', () => {
  const padded = pad(new Uint8Array(10).fill(7), FULL_FLOOR);
  for (let i = 0; i < padded.length; i++) {
    if (i >= 4 && i < 14) continue;
    const changed = padded.slice();
    changed[i] = 1;
    // A shorter or longer stated length of the same padded size leaves a non-zero byte in the padding or takes one in.
    const unpadded = unpad(changed, FULL_FLOOR);
    if (i >= 14) expect(unpadded).toBeNull();
    else expect(unpadded).not.toEqual(new Uint8Array(10).fill(7));
  }
  expect(unpad(padded.subarray(0, 255), FULL_FLOOR)).toBeNull();
  expect(unpad(new Uint8Array(272), FULL_FLOOR)).toBeNull();
});

test('no bytes make unpad throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 700 }), floor, (bytes, atLeast) => void unpad(bytes, atLeast)),
  );
});
