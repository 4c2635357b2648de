// Two devices took in different replies to one check-in: both are kept, one counts, and a person is asked.
import { expect, test } from 'vitest';
import { effectiveEntries } from '../../../src/records/effective-entries.ts';
import type { CheckInOrigin, Entry } from '../../../src/records/entry.ts';
import { entryId, makeResponse } from './make-entry.ts';

const from = (id: string, replyPrint: string): { readonly checkIn: CheckInOrigin } => ({
  checkIn: { id, replyPrint, keyCompared: true, answeredAt: '2026-03-02T09:00:00.000Z' },
});
const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id);
const read = (...entries: Entry[]) => effectiveEntries(entries, new Map());

const firstPhq = makeResponse(1, from('a', 'one'));
const firstGad = makeResponse(2, { ...from('a', 'one'), instrumentId: 'gad-7' });
const otherPhq = makeResponse(3, from('a', 'two'));
const otherGad = makeResponse(4, { ...from('a', 'two'), instrumentId: 'gad-7' });

test('the reply that was taken in first counts, whole, in whatever order the devices met', () => {
  for (const entries of [
    [firstPhq, firstGad, otherPhq, otherGad],
    [otherGad, firstGad, otherPhq, firstPhq],
  ]) {
    const { entries: counting, replyConflicts } = read(...entries);
    expect(ids(counting)).toEqual([entryId(1), entryId(2)]);
    expect(replyConflicts).toHaveLength(1);
    expect(ids(replyConflicts[0]?.others ?? []).toSorted()).toEqual([entryId(3), entryId(4)]);
  }
});

test('one reply, and replies to two check-ins, are no conflict', () => {
  const elsewhere = makeResponse(5, from('b', 'two'));
  const { entries, replyConflicts } = read(firstPhq, firstGad, elsewhere);
  expect(entries).toHaveLength(3);
  expect(replyConflicts).toEqual([]);
});

test('a correction stays with the reply that it corrects', () => {
  const correction = makeResponse(6, { replaces: entryId(3), enteredTotal: 9 });
  const { entries, replyConflicts } = read(firstPhq, otherPhq, correction);
  expect(ids(entries)).toEqual([entryId(1)]);
  expect(ids(replyConflicts[0]?.others ?? [])).toEqual([entryId(6)]);
});

test('once the other one is deleted there is nothing to decide', () => {
  const tombstone = { at: firstPhq.recordedAt, reason: 'other-reply' };
  const { entries, replyConflicts } = effectiveEntries(
    [firstPhq, otherPhq],
    new Map([[entryId(1), tombstone]]),
  );
  expect(ids(entries)).toEqual([entryId(3)]);
  expect(replyConflicts).toEqual([]);
});
