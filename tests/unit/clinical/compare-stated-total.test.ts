import { expect, test } from 'vitest';
import { gad7 } from '../../../src/clinical/instruments/gad-7/gad-7.ts';
import { compareStatedTotal } from '../../../src/clinical/scoring/compare-stated-total.ts';

test('a stated total that the items add up to agrees', () => {
  expect(compareStatedTotal(gad7, [1, 1, 1, 1, 1, 1, 1], 7)).toEqual({ kind: 'agrees', total: 7 });
});

test('one that they do not add up to is noticed, with both numbers', () => {
  expect(compareStatedTotal(gad7, [1, 1, 1, 1, 1, 1, 1], 8)).toEqual({
    kind: 'disagrees',
    stated: 8,
    computed: 7,
  });
});

test('with an answer missing there is nothing to compare', () => {
  expect(compareStatedTotal(gad7, [1, 1, 1, 1, 1, 1, null], 6)).toEqual({ kind: 'cannot-say' });
});
