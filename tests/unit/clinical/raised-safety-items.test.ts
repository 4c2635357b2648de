import { expect, test } from 'vitest';
import { gad7 } from '../../../src/clinical/instruments/gad-7/gad-7.ts';
import { phq9 } from '../../../src/clinical/instruments/phq-9/phq-9.ts';
import {
  raisedSafetyItems,
  unansweredSafetyItems,
} from '../../../src/clinical/scoring/raised-safety-items.ts';

const withItem9 = (answer: number | null): (number | null)[] => [0, 0, 0, 0, 0, 0, 0, 0, answer, null];

test.each([1, 2, 3])('an answer of %i on item 9 asks for a conversation', (answer) => {
  expect(raisedSafetyItems(phq9, withItem9(answer))).toEqual([{ item: phq9.items[8], answer }]);
});

test('item 9 is heard even when the rest of the questionnaire is missing', () => {
  const answers = [null, null, null, null, null, null, null, null, 1, null];
  expect(raisedSafetyItems(phq9, answers)).toHaveLength(1);
});

test('"not at all" raises nothing, which says nothing about safety', () => {
  expect(raisedSafetyItems(phq9, withItem9(0))).toEqual([]);
});

test('an unanswered safety item is unknown, not zero', () => {
  expect(raisedSafetyItems(phq9, withItem9(null))).toEqual([]);
  expect(unansweredSafetyItems(phq9, withItem9(null))).toEqual([phq9.items[8]]);
  expect(unansweredSafetyItems(phq9, withItem9(0))).toEqual([]);
});

test('the GAD-7 has no safety item', () => {
  expect(raisedSafetyItems(gad7, [3, 3, 3, 3, 3, 3, 3])).toEqual([]);
});
