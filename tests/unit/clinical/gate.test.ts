import { expect, test } from 'vitest';
import type { Instrument } from '../../../src/clinical/instruments/instrument.ts';
import { scoreResponse } from '../../../src/clinical/scoring/score-response.ts';
import { syntheticInstrument } from './synthetic-instrument.ts';

const gated: Instrument = syntheticInstrument(
  { items: 4, values: [0, 1], unscored: [1], missing: { kind: 'require-all' } },
  { gate: { itemId: 'item-1', opensOn: [1], totalWhenClosed: 0, source: { label: 'a manual' } } },
);

test('an answer that ends the questionnaire is a complete response with the total its source gives', () => {
  expect(scoreResponse(gated, [0, null, null, null])).toEqual({ kind: 'scored', total: 0, subscales: {} });
});

test('past an open gate everything is scored as usual, and the first question adds nothing', () => {
  expect(scoreResponse(gated, [1, 1, 0, 1])).toMatchObject({ kind: 'scored', total: 2 });
  expect(scoreResponse(gated, [1, 1, null, 1])).toMatchObject({
    kind: 'incomplete',
    missingItemIds: ['item-3'],
  });
});

test('an unanswered gate is a gap, even where everything behind it is answered', () => {
  expect(scoreResponse(gated, [null, 1, 1, 1])).toMatchObject({
    kind: 'incomplete',
    missingItemIds: ['item-1'],
  });
});

test('answers behind a closed gate contradict it: nobody knows which is meant', () => {
  expect(scoreResponse(gated, [0, 1, null, 0])).toEqual({
    kind: 'invalid',
    problems: [{ kind: 'answered-past-gate', gateItemId: 'item-1', itemIds: ['item-2', 'item-4'] }],
  });
});
