import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asBytes } from '../../../src/sync/vault/bytes.ts';
import { idFromBytes, type DeviceId, type SessionId } from '../../../src/sync/vault/ids.ts';
import {
  coverOf,
  decodeSnapshot,
  encodeSnapshot,
  isCovered,
  joinCovers,
  type BlobPosition,
} from '../../../src/sync/vault/snapshot-cover.ts';

const position: fc.Arbitrary<BlobPosition> = fc.record({
  deviceId: fc.integer({ min: 0, max: 2 }).map((n) => idFromBytes<DeviceId>(new Uint8Array(16).fill(n))),
  sessionId: fc.integer({ min: 0, max: 3 }).map((n) => idFromBytes<SessionId>(new Uint8Array(16).fill(n))),
  seq: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constant(2 ** 32 - 1)),
});
const positions = fc.array(position, { maxLength: 40 });
const nameOf = ({ deviceId, sessionId, seq }: BlobPosition): string => `${deviceId} ${sessionId} ${seq}`;

test('a cover holds just the positions that it was made of, gaps and all', () => {
  fc.assert(
    fc.property(positions, position, (held, asked) => {
      expect(isCovered(coverOf(held), asked)).toBe(held.map(nameOf).includes(nameOf(asked)));
    }),
  );
});

test('the same positions in any order, or joined from parts, are the same cover', () => {
  fc.assert(
    fc.property(positions, positions, (some, others) => {
      const cover = coverOf([...some, ...others]);
      expect(coverOf([...others, ...some, ...some])).toEqual(cover);
      expect(joinCovers(coverOf(some), coverOf(others))).toEqual(cover);
      expect(joinCovers(coverOf(others), coverOf(some))).toEqual(cover);
    }),
  );
});

test('a snapshot comes back with its cover, and has one encoding', () => {
  fc.assert(
    fc.property(positions, fc.uint8Array({ maxLength: 50 }), (held, update) => {
      const snapshot = { cover: coverOf(held), update: asBytes(update) };
      expect(decodeSnapshot(encodeSnapshot(snapshot))).toEqual(snapshot);
    }),
  );
});

test('whatever decodes encodes to the same bytes, and nothing makes the reader throw', () => {
  const near = fc.tuple(positions, fc.nat(), fc.nat({ max: 255 })).map(([held, place, value]) => {
    const bytes = encodeSnapshot({ cover: coverOf(held), update: new Uint8Array() });
    bytes[place % bytes.length] = value;
    return bytes;
  });
  fc.assert(
    fc.property(fc.oneof(near, fc.uint8Array({ maxLength: 100 })), (bytes) => {
      const decoded = decodeSnapshot(bytes);
      if (decoded !== null) expect(encodeSnapshot(decoded)).toEqual(asBytes(bytes));
    }),
    { numRuns: 500 },
  );
});
