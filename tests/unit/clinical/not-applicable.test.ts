import { describe, expect, test } from 'vitest';
import type { Instrument } from '../../../src/clinical/instruments/instrument.ts';
import { isOffered, notApplicable } from '../../../src/clinical/scoring/offered-answers.ts';
import { scoreResponse } from '../../../src/clinical/scoring/score-response.ts';
import { syntheticInstrument } from './synthetic-instrument.ts';

/** The last of three items may not apply. */
function withOneThatMayNot(extra: Partial<Instrument> = {}, total: Instrument['total'] = { kind: 'sum' }) {
  const instrument = syntheticInstrument({ items: 3, values: [0, 1, 2], total }, extra);
  return {
    ...instrument,
    items: instrument.items.map((item, index) => (index === 2 ? { ...item, mayNotApply: true } : item)),
  };
}

describe('"not applicable"', () => {
  test('is an answer: the response is complete, and the item adds nothing', () => {
    const instrument = withOneThatMayNot();
    expect(scoreResponse(instrument, [2, 2, notApplicable])).toEqual({
      kind: 'scored',
      total: 4,
      subscales: {},
    });
    expect(scoreResponse(instrument, [2, 2, null]).kind).toBe('incomplete');
  });

  test('a mean is the mean of the items that apply', () => {
    const instrument = withOneThatMayNot({}, { kind: 'mean' });
    expect(scoreResponse(instrument, [2, 1, notApplicable])).toMatchObject({ total: 1.5 });
  });

  test('a subscale counts without the item, and one of nothing else has no value', () => {
    const instrument = withOneThatMayNot({
      subscales: [
        { id: 'two', label: 'Two', itemIds: ['item-2', 'item-3'], total: { kind: 'sum' } },
        { id: 'only', label: 'Only', itemIds: ['item-3'], total: { kind: 'sum' } },
      ],
    });
    expect(scoreResponse(instrument, [0, 1, notApplicable])).toMatchObject({ subscales: { two: 1 } });
    expect(scoreResponse(instrument, [0, 1, notApplicable])).not.toHaveProperty('subscales.only');
  });

  test('is no answer where the item always applies, and nothing but it is no response', () => {
    const instrument = withOneThatMayNot();
    expect(scoreResponse(instrument, [notApplicable, 2, 2])).toMatchObject({
      kind: 'invalid',
      problems: [{ kind: 'not-an-option', itemId: 'item-1', value: notApplicable }],
    });
    expect(scoreResponse(instrument, [null, null, notApplicable]).kind).toBe('incomplete');
  });

  test('−1 stays an ordinary answer of a scale that has it', () => {
    const scale = syntheticInstrument({ items: 2, values: [-2, -1, 0, 1, 2] });
    expect(isOffered({ options: scale.items[0]?.options ?? [] }, -1)).toBe(true);
    expect(scoreResponse(scale, [-1, 2])).toMatchObject({ kind: 'scored', total: 1 });
  });
});
