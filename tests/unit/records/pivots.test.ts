import { describe, expect, test } from 'vitest';
import { effectiveEntries } from '../../../src/records/effective-entries.ts';
import type { Entry, EntryId, Tombstone } from '../../../src/records/entry.ts';
import { pivotsOf, type Pivot } from '../../../src/records/pivots.ts';
import { entryId, makePivot, makeResponse, makeReview } from './make-entry.ts';

const pivotsIn = (entries: readonly Entry[], deleted: readonly number[] = []): Pivot[] => {
  const tombstone: Tombstone = { at: makeResponse(0).recordedAt, reason: 'entered-twice' };
  return pivotsOf(
    effectiveEntries(entries, new Map<EntryId, Tombstone>(deleted.map((id) => [entryId(id), tombstone]))),
  );
};
const facts = (pivots: readonly Pivot[]) =>
  pivots.map(({ entry, reviews, reviewDueOn }) => ({
    id: entry.id,
    reviews: reviews.map(({ id }) => id),
    reviewDueOn,
  }));

describe('a change of course', () => {
  test('asks on its own day until it is reviewed, then on the day of the last review', () => {
    expect(facts(pivotsIn([makePivot(1)]))).toEqual([
      { id: entryId(1), reviews: [], reviewDueOn: '2026-03-30' },
    ]);
    expect(facts(pivotsIn([makePivot(1), makeReview(2, 1)]))).toEqual([
      { id: entryId(1), reviews: [entryId(2)], reviewDueOn: '2026-04-27' },
    ]);
  });

  test('that was stopped, or kept without another look, does not ask again', () => {
    const stopped = makeReview(2, 1, { decision: 'stop', nextReviewOn: null });
    expect(pivotsIn([makePivot(1), stopped])[0]?.reviewDueOn).toBeNull();
    expect(pivotsIn([makePivot(1), makeReview(2, 1, { nextReviewOn: null })])[0]?.reviewDueOn).toBeNull();
  });

  test('asks again when its review is deleted', () => {
    const stopped = makeReview(2, 1, { decision: 'stop', nextReviewOn: null });
    expect(facts(pivotsIn([makePivot(1), stopped], [2]))).toEqual([
      { id: entryId(1), reviews: [], reviewDueOn: '2026-03-30' },
    ]);
  });

  test('that is deleted takes its reviews with it', () => {
    expect(pivotsIn([makePivot(1), makeReview(2, 1)], [1])).toEqual([]);
  });
});

describe('corrections', () => {
  const corrected = makePivot(3, { replaces: entryId(1), label: 'Exposure at home' });

  test('of a pivot keep the reviews that were written before and after them', () => {
    const entries = [
      makePivot(1),
      makeReview(2, 1),
      corrected,
      makeReview(4, 3, { occurredOn: '2026-04-27', nextReviewOn: '2026-05-25' }),
    ];
    expect(facts(pivotsIn(entries))).toEqual([
      { id: entryId(3), reviews: [entryId(2), entryId(4)], reviewDueOn: '2026-05-25' },
    ]);
  });

  test('of a correction keep what was decided about the wording in the middle', () => {
    const again = makePivot(5, { replaces: entryId(3), label: 'Exposure outside' });
    expect(facts(pivotsIn([makePivot(1), corrected, makeReview(4, 3), again]))).toEqual([
      { id: entryId(5), reviews: [entryId(4)], reviewDueOn: '2026-04-27' },
    ]);
  });

  test('of an earlier review do not make it the last word', () => {
    const entries = [
      makePivot(1),
      makeReview(2, 1),
      makeReview(4, 1, { occurredOn: '2026-04-27', decision: 'stop', nextReviewOn: null }),
      makeReview(6, 1, { replaces: entryId(2), words: 'A typing error less.' }),
    ];
    expect(facts(pivotsIn(entries))).toEqual([
      { id: entryId(1), reviews: [entryId(6), entryId(4)], reviewDueOn: null },
    ]);
  });
});

test('the later day decides even where the clock was set back in between', () => {
  const later = makeReview(2, 1, { occurredOn: '2026-04-27', decision: 'stop', nextReviewOn: null });
  const typedAfterwards = makeReview(9, 1);
  const typedFirst = {
    ...later,
    recordedAt: { utc: '2020-01-01T00:00:00.000Z', offsetMinutes: 0 },
  };
  expect(pivotsIn([makePivot(1), typedAfterwards, typedFirst])[0]?.reviewDueOn).toBeNull();
});

test('two pivots on one day each keep their own reviews, in the order in which they were written', () => {
  const entries = [makePivot(3, { label: 'Second' }), makePivot(1, { label: 'First' }), makeReview(5, 3)];
  expect(facts(pivotsIn(entries))).toEqual([
    { id: entryId(1), reviews: [], reviewDueOn: '2026-03-30' },
    { id: entryId(3), reviews: [entryId(5)], reviewDueOn: '2026-04-27' },
  ]);
});

test('one that is known by its session only stands before those that have a day', () => {
  const undated = makePivot(9, { occurredOn: null, sessionNumber: 4 });
  expect(pivotsIn([makePivot(1), undated]).map(({ entry }) => entry.id)).toEqual([entryId(9), entryId(1)]);
});

test('a review of a pivot that never arrived is left out', () => {
  expect(facts(pivotsIn([makePivot(1), makeReview(2, 7)]))).toEqual([
    { id: entryId(1), reviews: [], reviewDueOn: '2026-03-30' },
  ]);
});
