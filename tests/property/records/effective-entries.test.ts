import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry, EntryId, Tombstone } from '../../../src/records/entry.ts';
import { effectiveEntries } from '../../../src/records/effective-entries.ts';
import { entryOrder } from '../../../src/records/entry-order.ts';
import { entryId, makeResponse } from '../../unit/records/make-entry.ts';

const days = fc.constantFrom('2026-01-01', '2026-01-02', '2026-02-01', null);
const histories = fc
  .array(
    fc.record({
      day: days,
      session: fc.integer({ min: 0, max: 5 }),
      replaces: fc.option(fc.nat(11)),
      deleted: fc.boolean(),
    }),
    {
      maxLength: 12,
    },
  )
  .map((rows) => {
    const entries: Entry[] = rows.map(({ day, session, replaces }, index) =>
      makeResponse(index, {
        occurredOn: day,
        sessionNumber: day === null || session > 3 ? session : null,
        ...(replaces !== null ? { replaces: entryId(replaces) } : {}),
      }),
    );
    const tombstones = new Map<EntryId, Tombstone>();
    for (const [index, row] of rows.entries()) {
      if (row.deleted)
        tombstones.set(entryId(index), { at: makeResponse(0).recordedAt, reason: 'typing-error' });
    }
    return { entries, tombstones };
  });

test('the same set of entries gives the same view in whatever order it arrived', () => {
  fc.assert(
    fc.property(
      histories.chain((history) =>
        fc.record({
          history: fc.constant(history),
          shuffled: fc.shuffledSubarray(history.entries, { minLength: history.entries.length }),
        }),
      ),
      ({ history, shuffled }) => {
        const view = effectiveEntries(history.entries, history.tombstones);
        const other = effectiveEntries(shuffled, history.tombstones);
        expect(other.entries).toEqual(view.entries);
        expect(new Set(other.conflicts.map(({ original }) => original.id))).toEqual(
          new Set(view.conflicts.map(({ original }) => original.id)),
        );
      },
    ),
  );
});

test('the order is total: sorting twice, from any start, gives one result', () => {
  fc.assert(
    fc.property(histories, ({ entries }) => {
      const order = entryOrder(new Map(entries.map((entry) => [entry.id, entry])));
      const sorted = [...entries].sort(order);
      expect([...entries].reverse().sort(order)).toEqual(sorted);
    }),
  );
});

test('nothing deleted is ever shown, and nothing is shown twice', () => {
  fc.assert(
    fc.property(histories, ({ entries, tombstones }) => {
      const view = effectiveEntries(entries, tombstones);
      expect(view.entries.some((entry) => tombstones.has(entry.id))).toBe(false);
      expect(new Set(view.entries.map((entry) => entry.id)).size).toBe(view.entries.length);
    }),
  );
});
