import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publishedInstruments } from '../../../src/clinical/instruments/catalogue.ts';
import type { Instrument, Item } from '../../../src/clinical/instruments/instrument.ts';
import { bandOf, subscaleBandOf } from '../../../src/clinical/scoring/band-of.ts';
import { itemScore } from '../../../src/clinical/scoring/item-score.ts';
import { meetsCriterion } from '../../../src/clinical/scoring/meets-criterion.ts';
import { notApplicable } from '../../../src/clinical/scoring/offered-answers.ts';
import { raisedSafetyItems } from '../../../src/clinical/scoring/raised-safety-items.ts';
import { scoreResponse, scoreTotal } from '../../../src/clinical/scoring/score-response.ts';

const withText = publishedInstruments.filter(({ items }) => items.length > 0);

const answerTo = ({ options, mayNotApply }: Item): fc.Arbitrary<number> =>
  fc.constantFrom(...options.map(({ value }) => value), ...(mayNotApply ? [notApplicable] : []));

/** Every item answered, past an open gate. */
const completeAnswers = ({ items, gate }: Instrument): fc.Arbitrary<number[]> =>
  fc.tuple(
    ...items.map((item) => (item.id === gate?.itemId ? fc.constantFrom(...gate.opensOn) : answerTo(item))),
  );

const answersWithGaps = (instrument: Instrument): fc.Arbitrary<(number | null)[]> =>
  completeAnswers(instrument).chain((answers) =>
    fc.tuple(...answers.map((answer) => fc.option(fc.constant(answer), { nil: null, freq: 3 }))),
  );

describe.each(withText)('$shortName', (instrument) => {
  test('every complete response has a total in its range, that is accepted as a total, and at most one band', () => {
    fc.assert(
      fc.property(completeAnswers(instrument), (answers) => {
        const outcome = scoreResponse(instrument, answers);
        if (outcome.kind !== 'scored') throw new Error(outcome.kind);
        expect(outcome.total).toBeGreaterThanOrEqual(instrument.range.min);
        expect(outcome.total).toBeLessThanOrEqual(instrument.range.max);
        expect(scoreTotal(instrument, outcome.total)).toMatchObject({ kind: 'scored', total: outcome.total });
        expect(bandOf(instrument, outcome.total) !== null).toBe(instrument.bands.length > 0);
        expect(Object.keys(outcome.subscales)).toEqual(instrument.subscales.map(({ id }) => id));
        for (const scale of instrument.subscales) {
          const band = subscaleBandOf(scale, outcome.subscales[scale.id] ?? NaN);
          expect(band !== null, scale.label).toBe((scale.bands ?? []).length > 0);
        }
      }),
    );
  });

  test('a higher answer never lowers the total, except to a reversed item', () => {
    const places = instrument.items.flatMap((item, index) => (item.unscored ? [] : [index]));
    const withOneRaised = fc.tuple(completeAnswers(instrument), fc.constantFrom(...places));
    fc.assert(
      fc.property(withOneRaised, ([answers, place]) => {
        const item = instrument.items[place];
        const values = item?.options.map(({ value }) => value) ?? [];
        const totalWith = (value: number): number => {
          const outcome = scoreResponse(instrument, answers.with(place, value));
          return outcome.kind === 'scored' ? outcome.total : NaN;
        };
        const difference = totalWith(Math.max(...values)) - totalWith(Math.min(...values));
        expect(Math.sign(difference)).toBe(item?.reversed ? -1 : 1);
      }),
    );
  });

  test('a reversed item counts the other way round, and only such an item', () => {
    for (const item of instrument.items) {
      const values = item.options.map(({ value }) => value);
      const [low, high] = [Math.min(...values), Math.max(...values)];
      expect(itemScore(item, low) > itemScore(item, high)).toBe(item.reversed ?? false);
    }
  });

  test('a gap is never a zero: it leaves the response without a total that counts as whole', () => {
    fc.assert(
      fc.property(answersWithGaps(instrument), (answers) => {
        const { items } = instrument;
        const isWhole = items.every((item, i) => answers[i] !== null || mayStayOpen(instrument, item));
        expect(scoreResponse(instrument, answers).kind === 'scored').toBe(isWhole);
      }),
    );
  });

  test('safety items speak for themselves, also in an incomplete response', () => {
    fc.assert(
      fc.property(answersWithGaps(instrument), (answers) => {
        const raised = instrument.safetyItems.filter(({ itemId, above }) => {
          const answer = answers[instrument.items.findIndex(({ id }) => id === itemId)] ?? null;
          return answer !== null && answer > above;
        });
        expect(raisedSafetyItems(instrument, answers).map(({ item }) => item.id)).toEqual(
          raised.map(({ itemId }) => itemId),
        );
      }),
    );
  });

  test.each(instrument.criteria ?? [])(
    '$label: filling gaps only ever decides what was open',
    (criterion) => {
      const pairs = completeAnswers(instrument).chain((whole) =>
        fc.tuple(fc.constant(whole), fc.array(fc.boolean(), { minLength: 20, maxLength: 20 })),
      );
      fc.assert(
        fc.property(pairs, ([whole, kept]) => {
          const part = whole.map((answer, i) => (kept[i] ? answer : null));
          const { outcome } = meetsCriterion(instrument, criterion, whole);
          expect(outcome).not.toBe('cannot-say');
          expect([outcome, 'cannot-say']).toContain(meetsCriterion(instrument, criterion, part).outcome);
        }),
      );
    },
  );
});

const mayStayOpen = ({ gate }: Instrument, item: Item): boolean =>
  item.unscored === true && item.id !== gate?.itemId;
