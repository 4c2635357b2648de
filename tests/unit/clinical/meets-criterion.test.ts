import { expect, test } from 'vitest';
import type { Criterion } from '../../../src/clinical/instruments/instrument.ts';
import { meetsCriterion } from '../../../src/clinical/scoring/meets-criterion.ts';
import { syntheticInstrument } from './synthetic-instrument.ts';

const instrument = syntheticInstrument({ items: 5, values: [0, 1, 2, 3, 4] });
const criterion: Criterion = {
  id: 'both',
  label: 'Both',
  source: { label: 'a manual' },
  parts: [
    { label: 'one of two', itemIds: ['item-1', 'item-2'], from: 2, count: 1 },
    { label: 'two of three', itemIds: ['item-3', 'item-4', 'item-5'], from: 2, count: 2 },
  ],
};
const outcomeOf = (answers: readonly (number | null)[]): string =>
  meetsCriterion(instrument, criterion, answers).outcome;

test('every part must have its count, however high the rest', () => {
  expect(outcomeOf([2, 0, 2, 2, 0])).toBe('met');
  expect(outcomeOf([4, 4, 4, 1, 1])).toBe('not-met');
  expect(outcomeOf([1, 1, 4, 4, 4])).toBe('not-met');
});

test('each part says how many items count', () => {
  expect(meetsCriterion(instrument, criterion, [2, 3, 2, 0, 1]).parts).toMatchObject([
    { outcome: 'met', counted: 2 },
    { outcome: 'not-met', counted: 1 },
  ]);
});

test('a gap is never a low score: it is open unless the gap cannot change it', () => {
  expect(outcomeOf([2, null, 2, null, 0])).toBe('cannot-say');
  expect(outcomeOf([2, null, 2, 3, null])).toBe('met');
  expect(outcomeOf([2, null, null, 0, 0])).toBe('not-met');
});
