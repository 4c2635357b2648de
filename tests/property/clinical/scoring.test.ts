import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MissingRule, TotalRule } from '../../../src/clinical/instruments/instrument.ts';
import { phq9 } from '../../../src/clinical/instruments/phq-9/phq-9.ts';
import { bandOf } from '../../../src/clinical/scoring/band-of.ts';
import { raisedSafetyItems } from '../../../src/clinical/scoring/raised-safety-items.ts';
import { scoreResponse, scoreTotal } from '../../../src/clinical/scoring/score-response.ts';
import { syntheticInstrument } from '../../unit/clinical/synthetic-instrument.ts';

const answer = fc.integer({ min: 0, max: 3 });
const answerOrGap = fc.option(answer, { nil: null });
const tenAnswers = fc.array(answerOrGap, { minLength: 10, maxLength: 10 });
const totalRule = fc.constantFrom<TotalRule>(
  { kind: 'sum' },
  { kind: 'mean' },
  { kind: 'scaled-sum', factor: 4 },
);
const rounding = fc.constantFrom('none' as const, 'nearest' as const);
const anyGaps = (rounds: 'none' | 'nearest'): MissingRule => ({
  kind: 'prorate',
  maxMissing: 9,
  rounding: rounds,
  source: { label: 'a manual' },
});

test('a total stays within the range, prorated or not, whatever is reversed', () => {
  fc.assert(
    fc.property(
      tenAnswers,
      totalRule,
      rounding,
      fc.subarray([1, 2, 3, 4, 5]),
      (answers, total, rounds, reversed) => {
        const missing = anyGaps(rounds);
        const instrument = syntheticInstrument({ items: 10, values: [0, 1, 2, 3], total, missing, reversed });
        const outcome = scoreResponse(instrument, answers);
        if (outcome.kind === 'scored' || outcome.kind === 'prorated') {
          expect(outcome.total).toBeGreaterThanOrEqual(instrument.range.min);
          expect(outcome.total).toBeLessThanOrEqual(instrument.range.max);
        } else {
          expect(answers.every((value) => value === null)).toBe(true);
        }
      },
    ),
  );
});

test('the order of the items does not move a total without reversed items', () => {
  const instrument = syntheticInstrument({ items: 10, values: [0, 1, 2, 3] });
  const shuffled = fc
    .array(answer, { minLength: 10, maxLength: 10 })
    .chain((answers) => fc.tuple(fc.constant(answers), fc.shuffledSubarray(answers, { minLength: 10 })));
  fc.assert(
    fc.property(shuffled, ([answers, others]) => {
      expect(scoreResponse(instrument, others)).toEqual(scoreResponse(instrument, answers));
    }),
  );
});

test('a gap always makes a require-all response incomplete, and the gaps add up', () => {
  fc.assert(
    fc.property(tenAnswers, (answers) => {
      const outcome = scoreResponse(phq9, answers);
      const missing = answers.slice(0, 9).filter((value) => value === null).length;
      expect(outcome.kind).toBe(missing === 0 ? 'scored' : 'incomplete');
      if (outcome.kind === 'incomplete') {
        expect(outcome.missingItemIds).toHaveLength(missing);
        expect(outcome.answered + missing).toBe(outcome.of);
      }
    }),
  );
});

test('prorating answers that are all alike gives what the whole would have given', () => {
  fc.assert(
    fc.property(answer, fc.integer({ min: 1, max: 9 }), totalRule, (value, answered, total) => {
      const instrument = syntheticInstrument({
        items: 10,
        values: [0, 1, 2, 3],
        total,
        missing: anyGaps('none'),
      });
      const whole = scoreResponse(
        instrument,
        Array.from({ length: 10 }, () => value),
      );
      const part = scoreResponse(
        instrument,
        Array.from({ length: 10 }, (_, i) => (i < answered ? value : null)),
      );
      expect(part).toMatchObject({ kind: 'prorated', answered, of: 10 });
      expect(part).toHaveProperty('total', whole.kind === 'scored' ? whole.total : NaN);
    }),
  );
});

test('reversing an item twice is not reversing it', () => {
  const reversed = syntheticInstrument({ items: 1, values: [1, 2, 3, 4, 5], reversed: [1] });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), (value) => {
      const once = scoreResponse(reversed, [value]);
      const twice = scoreResponse(reversed, [once.kind === 'scored' ? once.total : NaN]);
      expect(twice).toMatchObject({ kind: 'scored', total: value });
    }),
  );
});

test('every complete PHQ-9 has a total that is accepted as a total, and exactly one band', () => {
  fc.assert(
    fc.property(fc.array(answer, { minLength: 9, maxLength: 9 }), (answers) => {
      const outcome = scoreResponse(phq9, [...answers, null]);
      if (outcome.kind !== 'scored') throw new Error(outcome.kind);
      expect(scoreTotal(phq9, outcome.total)).toEqual(outcome);
      expect(bandOf(phq9, outcome.total)).not.toBeNull();
      expect(raisedSafetyItems(phq9, [...answers, null])).toHaveLength((answers[8] ?? 0) > 0 ? 1 : 0);
    }),
  );
});
