import fc from 'fast-check';
import { expect, test } from 'vitest';
import { effectiveEntries } from '../../../src/records/effective-entries.ts';
import type { Entry, EntryId, Tombstone } from '../../../src/records/entry.ts';
import { pivotsOf } from '../../../src/records/pivots.ts';
import { entryId, makePivot, makeResponse, makeReview } from '../../unit/records/make-entry.ts';

const days = fc.constantFrom('2026-03-02', '2026-03-30', '2026-04-27');
const rows = fc.record({
  isReview: fc.boolean(),
  day: days,
  session: fc.option(fc.integer({ min: 1, max: 3 })),
  /** Of a review: what it is about; of a pivot, and of a review in turn: what it corrects. */
  of: fc.nat(11),
  corrects: fc.option(fc.nat(11), { freq: 2 }),
  next: fc.option(days),
  deleted: fc.boolean(),
});

/** Corrections are of the kind of what they correct: the forms write no others. */
const histories = fc.array(rows, { maxLength: 12 }).map((all) => {
  const entries: Entry[] = all.map(({ isReview, day, session, of, corrects, next }, index) => {
    const original = corrects === null ? undefined : all[corrects];
    const replaces =
      corrects !== null && original?.isReview === isReview ? { replaces: entryId(corrects) } : {};
    return isReview
      ? makeReview(index, of, { occurredOn: day, nextReviewOn: next, ...replaces })
      : makePivot(index, {
          ...(session === null ? { occurredOn: day } : { occurredOn: null, sessionNumber: session }),
          ...replaces,
        });
  });
  const tombstone: Tombstone = { at: makeResponse(0).recordedAt, reason: 'not-valid' };
  const tombstones = new Map<EntryId, Tombstone>(
    all.flatMap(({ deleted }, index) => (deleted ? [[entryId(index), tombstone] as const] : [])),
  );
  return { entries, tombstones };
});

test('the same set of entries gives the same pivots and reviews in whatever order it arrived', () => {
  fc.assert(
    fc.property(
      histories.chain((history) =>
        fc.record({
          history: fc.constant(history),
          shuffled: fc.shuffledSubarray(history.entries, { minLength: history.entries.length }),
        }),
      ),
      ({ history: { entries, tombstones }, shuffled }) => {
        expect(pivotsOf(effectiveEntries(shuffled, tombstones))).toEqual(
          pivotsOf(effectiveEntries(entries, tombstones)),
        );
      },
    ),
  );
});

test('every pivot that counts is there once; a review stands with at most one line of corrections, and the last decides', () => {
  fc.assert(
    fc.property(histories, ({ entries, tombstones }) => {
      const view = effectiveEntries(entries, tombstones);
      const pivots = pivotsOf(view);
      expect(pivots.map(({ entry }) => entry)).toEqual(view.entries.filter(({ kind }) => kind === 'pivot'));
      for (const { entry, reviews, reviewDueOn } of pivots) {
        expect(reviews.every(({ id }) => view.entries.some((counts) => counts.id === id))).toBe(true);
        const last = reviews.at(-1);
        expect(reviewDueOn).toBe(last ? last.nextReviewOn : entry.reviewOn);
        expect(reviews.every(({ occurredOn }) => last !== undefined && occurredOn <= last.occurredOn)).toBe(
          true,
        );
      }
    }),
  );
});

test('a pivot that nobody corrected is not changed by reviews of others', () => {
  fc.assert(
    fc.property(histories, ({ entries, tombstones }) => {
      const lonely = makePivot(40);
      const found = pivotsOf(effectiveEntries([...entries, lonely], tombstones)).find(
        ({ entry }) => entry.id === lonely.id,
      );
      expect(found).toEqual({ entry: lonely, reviews: [], reviewDueOn: lonely.reviewOn });
    }),
  );
});
