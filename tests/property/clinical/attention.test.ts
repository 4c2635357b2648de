import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compareAttention,
  needsOf,
  type NeedFacts,
  type Waiting,
} from '../../../src/clinical/attention/need.ts';

const today = '2026-03-31';
const day = fc
  .integer({ min: 0, max: 500 })
  .map((back) => new Date(Date.UTC(2026, 2, 31 - back)).toISOString().slice(0, 10));
const maybeDay = fc.option(day, { nil: null });
const measure = fc.constantFrom('PHQ-9', 'GAD-7');
const place = maybeDay.map((occurredOn) => ({ occurredOn, sessionNumber: 4 }));

const facts: fc.Arbitrary<NeedFacts> = fc.record({
  safety: fc.array(
    fc.record({
      measure,
      above: fc.constant(0),
      answer: fc.constantFrom(1, 2, 3),
      latest: place,
      since: place,
      silentUntil: maybeDay,
    }),
    { maxLength: 2 },
  ),
  askAgainOn: maybeDay,
  worse: fc.array(
    fc.record({
      measure,
      since: maybeDay,
      inFollowUp: fc.boolean(),
      meaning: fc.constantFrom('reliable' as const, 'meaningful' as const),
    }),
    { maxLength: 2 },
  ),
  unchanged: fc.array(
    fc.record({ measure, since: maybeDay, position: fc.constantFrom('above' as const, 'at' as const) }),
    { maxLength: 2 },
  ),
  lastMeasureOn: maybeDay,
  followUps: fc.array(
    fc.record({ months: fc.constantFrom(3 as const, 6 as const, 12 as const), dueOn: day }),
    {
      maxLength: 2,
    },
  ),
  addedOn: day,
});
const care = fc.constantFrom('active' as const, 'waiting' as const, 'ended' as const);
const client = fc.record({ id: fc.uuid(), care, facts });

interface Ranked extends Waiting {
  readonly id: string;
}
const ranked = client.map(({ id, care: stands, facts: known }): Ranked => ({
  ...{ id, care: stands },
  need: needsOf(stands, known, today)[0],
}));
const caseload = fc.uniqueArray(ranked, { selector: ({ id }) => id, maxLength: 30 });
const sign = (value: number): number => Math.sign(value) + 0;

test('any three clients are in one order: the comparison is total, antisymmetric and transitive', () => {
  fc.assert(
    fc.property(ranked, ranked, ranked, (a, b, c) => {
      expect(sign(compareAttention(a, b))).toBe(sign(-compareAttention(b, a)));
      expect(compareAttention(a, a)).toBe(0);
      if (compareAttention(a, b) <= 0 && compareAttention(b, c) <= 0)
        expect(compareAttention(a, c)).toBeLessThanOrEqual(0);
      if (compareAttention(a, b) === 0)
        expect(sign(compareAttention(a, c))).toBe(sign(compareAttention(b, c)));
    }),
  );
});

test('with a last word on ties, the list is the same whatever order the clients came in', () => {
  const inOrder = (all: readonly Ranked[]) =>
    [...all].sort((a, b) => compareAttention(a, b) || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
  fc.assert(
    fc.property(
      caseload.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      ),
      ([all, shuffled]) => {
        expect(inOrder(shuffled)).toEqual(inOrder(all));
      },
    ),
  );
});

test('sorting again moves nobody: who waits alike keeps their place', () => {
  fc.assert(
    fc.property(caseload, (all) => {
      const once = [...all].sort(compareAttention);
      expect([...once].sort(compareAttention)).toEqual(once);
      const alike = (list: readonly Ranked[], one: Ranked) =>
        list.filter((other) => compareAttention(one, other) === 0).map(({ id }) => id);
      for (const one of all) expect(alike(once, one)).toEqual(alike(all, one));
    }),
  );
});

test('a client’s needs come weightiest first, and a raised safety answer is never behind anything', () => {
  fc.assert(
    fc.property(client, ({ care: stands, facts: known }) => {
      const needs = needsOf(stands, known, today);
      const again = [...needs].sort((a, b) =>
        compareAttention({ care: stands, need: a }, { care: stands, need: b }),
      );
      expect(again).toEqual(needs);
      expect(['safety-answer', 'ask-again'].includes(needs[0].kind)).toBe(
        known.safety.length > 0 || known.askAgainOn !== null,
      );
      expect(needs.some(({ kind }) => kind === 'rest')).toBe(needs[0].kind === 'rest');
    }),
  );
});
