// Mistakes that are in public code today, each shown not to be made here.
import { describe, expect, test } from 'vitest';
import { sideOfCutOff, type Side } from '../../../src/clinical/change/side-of-cut-off.ts';
import type { Instrument } from '../../../src/clinical/instruments/instrument.ts';
import { packInstruments } from '../../../src/clinical/instruments/pack.ts';
import { core10 } from '../../../src/clinical/instruments/pack/core-10/core-10.ts';
import { k10From0To4, k10From1To5 } from '../../../src/clinical/instruments/pack/k10/k10.ts';
import { who5 } from '../../../src/clinical/instruments/pack/who-5/who-5.ts';
import { bandOf } from '../../../src/clinical/scoring/band-of.ts';
import { scoreResponse } from '../../../src/clinical/scoring/score-response.ts';

/** The answers that someone gave in words, as the instrument counts them. */
const answersInWords = ({ items }: Instrument, labels: readonly string[]): number[] =>
  items.map(({ options }, index) => {
    const chosen = options.find(({ label }) => label === labels[index]);
    if (!chosen) throw new Error(`No answer "${labels[index]}"`);
    return chosen.value;
  });

function totalFor(instrument: Instrument, answers: readonly (number | null)[]): number {
  const outcome = scoreResponse(instrument, answers);
  if (outcome.kind !== 'scored' && outcome.kind !== 'prorated') throw new Error(outcome.kind);
  return outcome.total;
}

function sideOf({ cutOffs, better }: Instrument, total: number): Side {
  const [cutOff] = cutOffs;
  if (!cutOff) throw new Error('No cut-off');
  return sideOfCutOff(total, cutOff, better);
}

describe('K10 coded 0–4 but judged with the 10–50 bands', () => {
  const someOfTheTime = Array<string>(10).fill('Some of the time');

  test('the same answers are 30 in one coding and 20 in the other, and only the first has a band', () => {
    const [from1, from0] = [k10From1To5, k10From0To4].map((k10) =>
      totalFor(k10, answersInWords(k10, someOfTheTime)),
    );
    expect([from1, from0]).toEqual([30, 20]);
    expect(bandOf(k10From1To5, 30)?.label).toBe('likely severe disorder');
    expect(bandOf(k10From0To4, 20)).toBeNull();
  });

  test('no total of the coding 0–4 has a band or a cut-off', () => {
    for (let total = 0; total <= 40; total++) expect(bandOf(k10From0To4, total)).toBeNull();
    expect(k10From0To4.cutOffs).toEqual([]);
  });

  test('the two are told apart by id and coding, and an answer of 0 is none in the coding 1–5', () => {
    expect(k10From1To5.id).not.toBe(k10From0To4.id);
    expect(k10From1To5.coding).not.toBe(k10From0To4.coding);
    expect(scoreResponse(k10From1To5, Array<number>(10).fill(0)).kind).toBe('invalid');
  });
});

describe('WHO-5 raw ≤ 13 for < 50', () => {
  test('a raw 13 is 52, above the cut-off; a raw 12 is 48, below it', () => {
    expect(totalFor(who5, [3, 3, 3, 2, 2])).toBe(52);
    expect(sideOf(who5, 52)).toBe('functional');
    expect(totalFor(who5, [3, 3, 2, 2, 2])).toBe(48);
    expect(sideOf(who5, 48)).toBe('clinical');
  });

  test('50 itself, were it reached, would be clinical: the cut-off is "50 or less"', () => {
    expect(sideOf(who5, 50)).toBe('clinical');
  });
});

describe('WHO-5 as (raw − 5) × 4', () => {
  test.each([
    { answers: [0, 0, 0, 0, 0], total: 0, wrong: -20 },
    { answers: [2, 2, 2, 2, 2], total: 40, wrong: 20 },
    { answers: [5, 5, 5, 5, 5], total: 100, wrong: 80 },
  ])('$answers is $total and not $wrong', ({ answers, total }) => {
    expect(totalFor(who5, answers)).toBe(total);
  });
});

describe('CORE-10 reversing items 3 and 4', () => {
  const never = Array<string>(10).fill('Not at all');
  const butFor = (number: number): string[] => never.with(number - 1, 'Most or all the time');

  test('having someone to turn to (2) and coping (3) take from the total, and nothing else does', () => {
    const atRest = totalFor(core10, answersInWords(core10, never));
    const effects = core10.items.map(
      (_, index) => totalFor(core10, answersInWords(core10, butFor(index + 1))) - atRest,
    );
    expect(atRest).toBe(8);
    expect(effects).toEqual([4, -4, -4, 4, 4, 4, 4, 4, 4, 4]);
  });

  test('the best possible answers are 0 and the worst 40', () => {
    const best = never.with(1, 'Most or all the time').with(2, 'Most or all the time');
    const worst = best.map((label) => (label === 'Not at all' ? 'Most or all the time' : 'Not at all'));
    expect(totalFor(core10, answersInWords(core10, best))).toBe(0);
    expect(totalFor(core10, answersInWords(core10, worst))).toBe(40);
  });
});

describe('0 taken for missing', () => {
  test.each(packInstruments)('$shortName: the lowest answers are answers', (instrument) => {
    const lowest = instrument.items.map(({ options }) => Math.min(...options.map(({ value }) => value)));
    expect(scoreResponse(instrument, lowest).kind).toBe('scored');
  });

  test.each(packInstruments.filter(({ missing }) => missing.kind === 'require-all'))(
    '$shortName: an unanswered item is not a 0: no total is made',
    (instrument) => {
      const answers = instrument.items.map(({ options }, index) =>
        index === 0 ? null : Math.max(...options.map(({ value }) => value)),
      );
      expect(scoreResponse(instrument, answers)).toMatchObject({
        kind: 'incomplete',
        missingItemIds: [instrument.items[0]?.id],
      });
    },
  );

  test('CORE-10: one unanswered item is not a 0 either: 10 × sum / 9, said to be pro-rated; two are too many', () => {
    const answers: (number | null)[] = [2, 2, 2, 2, 2, 2, 2, 2, 2, null];
    expect(scoreResponse(core10, answers)).toMatchObject({ kind: 'prorated', total: 20, answered: 9 });
    expect(scoreResponse(core10, answers.with(0, 3))).toMatchObject({ total: 190 / 9 });
    expect(scoreResponse(core10, answers.with(0, null)).kind).toBe('incomplete');
  });
});
