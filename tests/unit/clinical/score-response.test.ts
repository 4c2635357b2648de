import { describe, expect, test } from 'vitest';
import { gad7 } from '../../../src/clinical/instruments/gad-7/gad-7.ts';
import type { MissingRule } from '../../../src/clinical/instruments/instrument.ts';
import { phq9 } from '../../../src/clinical/instruments/phq-9/phq-9.ts';
import { scoreResponse, scoreTotal } from '../../../src/clinical/scoring/score-response.ts';
import { syntheticInstrument } from './synthetic-instrument.ts';

const upToTwoMissing = (rounding: 'none' | 'nearest'): MissingRule => ({
  kind: 'prorate',
  maxMissing: 2,
  rounding,
  source: { label: 'a manual' },
});

describe('zero and missing', () => {
  test('nine answers of "not at all" are a score of 0, not a missing one', () => {
    expect(scoreResponse(phq9, [0, 0, 0, 0, 0, 0, 0, 0, 0, null])).toEqual({
      kind: 'scored',
      total: 0,
      subscales: {},
    });
  });

  test('an unanswered item is not a zero: the response is incomplete and names it', () => {
    expect(scoreResponse(phq9, [1, 2, 3, 0, 1, null, 2, 3, 0, null])).toEqual({
      kind: 'incomplete',
      answered: 8,
      of: 9,
      missingItemIds: ['phq-9-6'],
    });
  });

  test('nothing answered is incomplete, even where prorating is allowed', () => {
    const instrument = syntheticInstrument({ items: 2, values: [0, 1], missing: upToTwoMissing('none') });
    expect(scoreResponse(instrument, [null, null]).kind).toBe('incomplete');
  });
});

describe('what counts towards the total', () => {
  test('the difficulty item is never part of the PHQ-9 total', () => {
    expect(scoreResponse(phq9, [3, 3, 3, 3, 3, 3, 3, 3, 3, 3])).toMatchObject({ kind: 'scored', total: 27 });
    expect(scoreResponse(phq9, [3, 3, 3, 3, 3, 3, 3, 3, 3, null])).toMatchObject({
      kind: 'scored',
      total: 27,
    });
  });

  test('a reversed item counts as max + min − answer', () => {
    const instrument = syntheticInstrument({ items: 3, values: [1, 2, 3, 4, 5], reversed: [2] });
    expect(scoreResponse(instrument, [1, 1, 1])).toMatchObject({ total: 1 + 5 + 1 });
  });

  test('a mean is the mean of the scored items alone', () => {
    const instrument = syntheticInstrument({
      items: 3,
      values: [0, 1, 2, 3, 4],
      total: { kind: 'mean' },
      unscored: [3],
    });
    expect(scoreResponse(instrument, [1, 4, 4])).toMatchObject({ kind: 'scored', total: 2.5 });
  });

  test('a scaled sum is the raw sum times its factor (WHO-5: ×4)', () => {
    const instrument = syntheticInstrument({
      items: 5,
      values: [0, 1, 2, 3, 4, 5],
      total: { kind: 'scaled-sum', factor: 4 },
    });
    expect(scoreResponse(instrument, [3, 2, 3, 2, 3])).toMatchObject({ kind: 'scored', total: 52 });
  });

  test('subscales have totals of their own', () => {
    const instrument = syntheticInstrument(
      { items: 4, values: [0, 1, 2, 3] },
      {
        subscales: [
          { id: 'odd', label: 'Odd', itemIds: ['item-1', 'item-3'], total: { kind: 'sum' } },
          { id: 'even', label: 'Even', itemIds: ['item-2', 'item-4'], total: { kind: 'mean' } },
        ],
      },
    );
    expect(scoreResponse(instrument, [1, 2, 3, 3])).toEqual({
      kind: 'scored',
      total: 9,
      subscales: { odd: 4, even: 2.5 },
    });
  });
});

describe('prorating', () => {
  const tenItems = (rounding: 'none' | 'nearest') =>
    syntheticInstrument({ items: 10, values: [0, 1, 2, 3, 4], missing: upToTwoMissing(rounding) });

  test('the mean of the answered items stands in for the missing ones, and the outcome says so', () => {
    expect(scoreResponse(tenItems('none'), [2, 2, 2, 2, 2, 2, 2, 3, null, null])).toEqual({
      kind: 'prorated',
      total: (10 * 17) / 8,
      subscales: {},
      answered: 8,
      of: 10,
    });
  });

  test('it rounds only where the source rounds', () => {
    const answers = [2, 2, 2, 2, 2, 2, 2, 3, null, null];
    expect(scoreResponse(tenItems('nearest'), answers)).toMatchObject({ kind: 'prorated', total: 21 });
  });

  test('one gap too many is incomplete', () => {
    expect(scoreResponse(tenItems('none'), [2, 2, 2, 2, 2, 2, 2, null, null, null]).kind).toBe('incomplete');
  });

  test('a subscale with a gap has no value, one without has', () => {
    const instrument = syntheticInstrument(
      { items: 4, values: [0, 1, 2, 3], missing: upToTwoMissing('none') },
      {
        subscales: [
          { id: 'whole', label: 'Whole', itemIds: ['item-1', 'item-2'], total: { kind: 'sum' } },
          { id: 'gap', label: 'Gap', itemIds: ['item-3', 'item-4'], total: { kind: 'sum' } },
        ],
      },
    );
    expect(scoreResponse(instrument, [1, 2, 3, null])).toMatchObject({
      kind: 'prorated',
      subscales: { whole: 3 },
    });
    expect(scoreResponse(instrument, [1, 2, 3, null])).not.toHaveProperty('subscales.gap');
  });

  test('the PHQ-9 and the GAD-7 are not prorated', () => {
    expect(scoreResponse(gad7, [1, 1, 1, 1, 1, 1, null]).kind).toBe('incomplete');
  });
});

describe('what cannot be a response', () => {
  test('an answer that is none of the options is invalid and names its item', () => {
    expect(scoreResponse(gad7, [0, 0, 4, 0, 0, 0, 1.5])).toEqual({
      kind: 'invalid',
      problems: [
        { kind: 'not-an-option', itemId: 'gad-7-3', value: 4 },
        { kind: 'not-an-option', itemId: 'gad-7-7', value: 1.5 },
      ],
    });
    expect(scoreResponse(gad7, [0, 0, Number.NaN, 0, 0, 0, 0]).kind).toBe('invalid');
  });

  test('too few or too many answers are invalid, not incomplete: nobody knows which item is meant', () => {
    expect(scoreResponse(gad7, [0, 0, 0])).toEqual({
      kind: 'invalid',
      problems: [{ kind: 'wrong-length', given: 3, expected: 7 }],
    });
  });

  test('a score-only measure has no answers to add up, and no answers are not a total of 0', () => {
    const scoreOnly = syntheticInstrument({ items: 0, values: [0, 63] });
    expect(scoreResponse(scoreOnly, [])).toEqual({ kind: 'invalid', problems: [{ kind: 'score-only' }] });
  });
});

describe('a total without its answers', () => {
  test('in range and on a step it counts, 0 and the maximum too', () => {
    for (const total of [0, 13, 27]) {
      expect(scoreTotal(phq9, total)).toEqual({ kind: 'scored', total, subscales: {} });
    }
  });

  test('out of range, between the steps or no number it is invalid, and says why', () => {
    expect(scoreTotal(phq9, 28)).toEqual({
      kind: 'invalid',
      problems: [{ kind: 'out-of-range', value: 28, min: 0, max: 27 }],
    });
    expect(scoreTotal(phq9, -1).kind).toBe('invalid');
    expect(scoreTotal(phq9, 10.5)).toEqual({
      kind: 'invalid',
      problems: [{ kind: 'not-on-a-step', value: 10.5, step: 1 }],
    });
    expect(scoreTotal(phq9, Number.NaN)).toEqual({ kind: 'invalid', problems: [{ kind: 'not-a-number' }] });
  });

  test('decimal steps are met in spite of binary fractions, and a step of 0 allows any decimal', () => {
    const tenths = { ...phq9, range: { min: 0, max: 40 }, step: 0.1 };
    expect(scoreTotal(tenths, 0.1 + 0.2).kind).toBe('scored');
    expect(scoreTotal(tenths, 0.25).kind).toBe('invalid');
    expect(scoreTotal({ ...tenths, step: 0 }, 0.25).kind).toBe('scored');
  });
});
