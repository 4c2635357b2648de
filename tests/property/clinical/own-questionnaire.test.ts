// Any questionnaire that a therapist can build: it is a measure, and what is answered lies within it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TotalRule } from '../../../src/clinical/instruments/instrument.ts';
import { ownMeasure, type OwnMeasureDefinition } from '../../../src/clinical/instruments/own-measure.ts';
import {
  itemsOf,
  totalsOf,
  type OwnQuestionnaire,
} from '../../../src/clinical/instruments/own-questionnaire.ts';
import { scoreResponse, scoreTotal } from '../../../src/clinical/scoring/score-response.ts';
import { definitionOfDraft, draftProblems, measureDraft } from '../../../src/app/state/measure-draft.ts';

const values = fc.uniqueArray(fc.oneof(fc.integer({ min: -5, max: 10 }), fc.constantFrom(0.5, 1.5, 2.25)), {
  minLength: 2,
  maxLength: 6,
});
const total = fc.oneof(
  fc.constantFrom<TotalRule>({ kind: 'sum' }, { kind: 'mean' }),
  fc.constantFrom(4, 2, 0.5, 0.1, -1).map((factor): TotalRule => ({ kind: 'scaled-sum', factor })),
);

const questionnaire: fc.Arbitrary<OwnQuestionnaire> = fc
  .tuple(fc.array(values, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 12 }), total)
  .chain(([sets, count, rule]) =>
    fc
      .array(fc.record({ set: fc.nat(sets.length - 1), reversed: fc.boolean(), unscored: fc.boolean() }), {
        minLength: count,
        maxLength: count,
      })
      .map((items): OwnQuestionnaire => {
        const scored = items.map((item, index) => ({ ...item, unscored: item.unscored && index > 0 }));
        return {
          answerSets: sets
            .map((own, index) => ({
              id: `a${index + 1}`,
              answers: own.map((value) => ({ value, label: `Answer ${value}` })),
            }))
            .filter((_, index) => items.some(({ set }) => set === index)),
          items: scored.map(({ set, reversed, unscored }, index) => ({
            id: `i${index + 1}`,
            text: `Item ${index + 1}`,
            answerSetId: `a${set + 1}`,
            ...(reversed && !unscored && { reversed }),
            ...(unscored && { unscored }),
          })),
          total: rule,
          missing: { kind: 'require-all' },
          subscales: [
            {
              id: 's1',
              label: 'All of it',
              itemIds: scored.flatMap(({ unscored }, index) => (unscored ? [] : [`i${index + 1}`])),
              total: rule,
            },
          ],
        };
      }),
  );

function definitionOf(built: OwnQuestionnaire): OwnMeasureDefinition {
  const totals = totalsOf(itemsOf(built), built.total);
  if (!totals) throw new Error('no totals');
  return {
    format: 2,
    id: 'own-built',
    version: '1',
    name: 'Built',
    ...totals,
    better: 'lower',
    questionnaire: built,
  };
}

const built = questionnaire.map(definitionOf);
const answered = built.chain((definition) => {
  const items = itemsOf(definition.questionnaire ?? ({} as OwnQuestionnaire));
  const answers = fc.tuple(
    ...items.map(({ options }) => fc.constantFrom(...options.map(({ value }) => value))),
  );
  return fc.tuple(fc.constant(definition), answers);
});

test('whatever is built is a measure, also after a stay in the records and in the builder', () => {
  fc.assert(
    fc.property(built, (definition) => {
      const made = ownMeasure(definition);
      expect(made.kind).toBe('instrument');
      expect(ownMeasure(JSON.parse(JSON.stringify(definition)) as OwnMeasureDefinition)).toEqual(made);
      const draft = measureDraft(definition);
      expect(draftProblems(draft)).toEqual([]);
      expect(definitionOfDraft(draft, 'own-built', '1')).toEqual(definition);
    }),
  );
});

test('every whole set of answers has a total within the range and on a step, which is its subscale of everything too', () => {
  fc.assert(
    fc.property(answered, ([definition, answers]) => {
      const made = ownMeasure(definition);
      if (made.kind !== 'instrument') throw new Error(made.kind);
      const outcome = scoreResponse(made.instrument, answers);
      if (outcome.kind !== 'scored') throw new Error(JSON.stringify(outcome));
      expect(outcome.total).toBeGreaterThanOrEqual(definition.range.min - 1e-9);
      expect(outcome.total).toBeLessThanOrEqual(definition.range.max + 1e-9);
      expect(outcome.subscales['s1']).toBeCloseTo(outcome.total, 9);
      const inRange = Math.min(definition.range.max, Math.max(definition.range.min, outcome.total));
      expect(scoreTotal(made.instrument, inRange).kind, 'on a step').toBe('scored');
    }),
  );
});

test('both ends of the range can be reached', () => {
  fc.assert(
    fc.property(built, (definition) => {
      const made = ownMeasure(definition);
      if (made.kind !== 'instrument') throw new Error(made.kind);
      const { items, range } = made.instrument;
      const end = (pick: 'min' | 'max', turned: boolean): number => {
        const answers = items.map(({ options, reversed }) => {
          const all = options.map(({ value }) => value);
          return Math[(pick === 'min') === (Boolean(reversed) === turned) ? 'min' : 'max'](...all);
        });
        const outcome = scoreResponse(made.instrument, answers);
        return outcome.kind === 'scored' ? outcome.total : NaN;
      };
      const ends = [end('min', false), end('max', false)].sort((a, b) => a - b);
      expect(ends[0]).toBeCloseTo(range.min, 9);
      expect(ends[1]).toBeCloseTo(range.max, 9);
    }),
  );
});
