import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteWriter, parse } from '../../../src/sync/vault/binary.ts';
import type { DocId, SessionId } from '../../../src/sync/vault/ids.ts';
import {
  highestHeld,
  readHeld,
  wasHeld,
  writeHeld,
  type HeldPosition,
} from '../../../src/sync/registry/held-positions.ts';
import { anId } from '../../unit/vault/a-vault.ts';

const position: fc.Arbitrary<HeldPosition> = fc.record({
  docId: fc.integer({ min: 0, max: 5 }).map((n) => anId<DocId>(n)),
  sessionId: fc.integer({ min: 0, max: 5 }).map((n) => anId<SessionId>(n)),
  seq: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
});
const positions = fc.array(position, { maxLength: 40 });

test('what is held comes back: one highest position per document and session', () => {
  fc.assert(
    fc.property(positions, (held) => {
      const bytes = writeHeld(byteWriter(), held).done();
      expect(parse(bytes, readHeld)).toEqual(highestHeld(held));
    }),
  );
});

test('all up to the highest was held, nothing above it', () => {
  fc.assert(
    fc.property(positions, position, (held, asked) => {
      const same = held.filter(
        ({ docId, sessionId }) => docId === asked.docId && sessionId === asked.sessionId,
      );
      expect(wasHeld(highestHeld(held), asked)).toBe(same.some(({ seq }) => asked.seq <= seq));
    }),
  );
});

test('whatever decodes encodes to the same bytes', () => {
  const near = fc.tuple(positions, fc.nat(), fc.nat({ max: 255 })).map(([held, place, value]) => {
    const bytes = writeHeld(byteWriter(), held).done();
    bytes[place % bytes.length] = value;
    return bytes;
  });
  fc.assert(
    fc.property(near, (bytes) => {
      const read = parse(bytes, readHeld);
      if (read !== null) expect(writeHeld(byteWriter(), read).done()).toEqual(bytes);
    }),
    { numRuns: 500 },
  );
});

test('ten years of sessions stay small and are written quickly', () => {
  const held = Array.from({ length: 60_000 }, (_, i) => ({
    docId: i.toString(16).padStart(4, '0').slice(-2).repeat(16) as DocId,
    sessionId: Math.floor(i / 25)
      .toString(16)
      .padStart(32, '0') as SessionId,
    seq: 0,
  }));
  expect(writeHeld(byteWriter(), held).done().length).toBeLessThan(450_000);
});
