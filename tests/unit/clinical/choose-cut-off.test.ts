import { describe, expect, test } from 'vitest';
import type { AppliesTo, CutOff } from '../../../src/clinical/instruments/instrument.ts';
import { publishedInstruments } from '../../../src/clinical/instruments/catalogue.ts';
import { chooseCutOff, dependsOnSex, type Person } from '../../../src/clinical/verdict/choose-cut-off.ts';
import { judge } from '../../../src/clinical/verdict/judge.ts';
import { seriesOn } from '../../../src/clinical/verdict/series.ts';
import { scorePoint } from './score-points.ts';
import { syntheticInstrument } from './synthetic-instrument.ts';

const cutOff = (id: string, value: number, whom?: AppliesTo): CutOff => ({
  id,
  value,
  inclusive: true,
  label: `${value} or more`,
  source: { label: 'a paper' },
  ...(whom ? { for: whom } : {}),
});

const men = cutOff('men', 4, { sex: 'male' });
const women = cutOff('women', 3, { sex: 'female' });
const bySex = { cutOffs: [men, women] };
const usedOf = (person: Person, cutOffs = bySex): string | readonly string[] => {
  const chosen = chooseCutOff(cutOffs, undefined, person);
  return chosen.kind === 'open'
    ? chosen.possible.map(({ id }) => id)
    : chosen.kind === 'used'
      ? chosen.cutOff.id
      : 'none';
};

describe('which cut-off is used', () => {
  test('the first one, where it is for everybody', () => {
    expect(usedOf({}, { cutOffs: [cutOff('all', 10), women] })).toBe('all');
    expect(usedOf({}, { cutOffs: [] })).toBe('none');
  });

  test('the person’s own, where the first is for some people only', () => {
    expect(usedOf({ sex: 'male' })).toBe('men');
    expect(usedOf({ sex: 'female' })).toBe('women');
  });

  test('none is picked where sex is not given or neither', () => {
    expect(usedOf({})).toEqual(['men', 'women']);
    expect(usedOf({ sex: 'other' })).toEqual(['men', 'women']);
  });

  test('age and sex together: what is known rules out, only both decide', () => {
    const byBoth = {
      cutOffs: [
        cutOff('boys-11', 1.03, { sex: 'male', ageMin: 11, ageMax: 13 }),
        cutOff('boys-14', 1.41, { sex: 'male', ageMin: 14, ageMax: 16 }),
        cutOff('girls-11', 1.44, { sex: 'female', ageMin: 11, ageMax: 13 }),
      ],
    };
    expect(usedOf({ sex: 'male' }, byBoth)).toEqual(['boys-11', 'boys-14']);
    expect(usedOf({ ageInYears: 13 }, byBoth)).toEqual(['boys-11', 'girls-11']);
    expect(usedOf({ sex: 'male', ageInYears: 14 }, byBoth)).toBe('boys-14');
    expect(usedOf({ sex: 'female', ageInYears: 40 }, byBoth)).toEqual([]);
  });

  test('a choice by id goes before everything', () => {
    expect(chooseCutOff(bySex, 'men', { sex: 'female' })).toEqual({ kind: 'used', cutOff: men });
  });
});

describe('the verdict', () => {
  const instrument = syntheticInstrument({ items: 3, values: [0, 1, 2, 3, 4] }, bySex);
  const line = {
    instrumentId: instrument.id,
    instrumentVersion: instrument.version,
    coding: instrument.coding,
  };
  const series = seriesOn(
    { ...line, respondent: 'self' },
    [8, 3].map((total, index) =>
      scorePoint(
        { kind: 'scored', total, subscales: {} },
        { ...line, occurredOn: null, sessionNumber: index + 1 },
      ),
    ),
  );

  test('names both cut-offs and uses neither where sex is not known', () => {
    const verdict = judge(instrument, series, 1);
    expect(verdict).toMatchObject({ kind: 'no-rule', cutOff: null, latest: { side: null } });
    expect(verdict.problems).toEqual([{ kind: 'cut-off-open', possible: [men, women] }]);
  });

  test('uses the one for the person', () => {
    expect(judge(instrument, series, 1, { person: { sex: 'female' } })).toMatchObject({
      cutOff: { id: 'women' },
      latest: { side: 'clinical' },
      problems: [],
    });
  });
});

describe('what is asked about a person', () => {
  test('sex, where a cut-off is for one sex only, and nowhere else', () => {
    expect(publishedInstruments.filter(dependsOnSex).map(({ id }) => id)).toEqual(['pc-ptsd-5', 'audit-c']);
    expect(dependsOnSex({ cutOffs: [cutOff('all', 10)] })).toBe(false);
    expect(dependsOnSex({ cutOffs: [cutOff('old', 10, { ageMin: 65 })] })).toBe(false);
  });

  test('never an age so far: whoever adds a cut-off by age must also ask for it', () => {
    const byAge = publishedInstruments.filter(({ cutOffs, subscales }) =>
      [...cutOffs, ...subscales.flatMap((scale) => scale.cutOffs ?? [])].some(
        ({ for: whom }) => whom?.ageMin !== undefined || whom?.ageMax !== undefined,
      ),
    );
    expect(byAge).toEqual([]);
  });
});
