import { describe, expect, test } from 'vitest';
import type { Instrument } from '../../../src/clinical/instruments/instrument.ts';
import { ownMeasure } from '../../../src/clinical/instruments/own-measure.ts';
import type { OwnMeasureDefinition } from '../../../src/clinical/instruments/own-measure.ts';
import { scoreTotal } from '../../../src/clinical/scoring/score-response.ts';

const plain: OwnMeasureDefinition = {
  id: 'own-7f3a',
  version: '1',
  name: 'Sleep diary',
  range: { min: 0, max: 40 },
  step: 0.1,
  better: 'higher',
};

const studied: OwnMeasureDefinition = {
  ...plain,
  better: 'lower',
  reliability: { coefficient: 0.8, kind: 'retest', source: 'Manual 2010' },
  norms: { clinical: { mean: 30, sd: 7.5 }, functional: { mean: 10, sd: 7.5 } },
  source: 'Manual 2009',
};

const made = (definition: OwnMeasureDefinition): Instrument => {
  const own = ownMeasure(definition);
  if (own.kind === 'problems') throw new Error(JSON.stringify(own.problems));
  return own.instrument;
};

const problemsOf = (change: Partial<OwnMeasureDefinition>) => {
  const own = ownMeasure({ ...plain, ...change });
  return own.kind === 'problems' ? own.problems : [];
};

describe('a measure of which only the range is known', () => {
  test('is score-only, with totals in range and on a step', () => {
    const instrument = made(plain);
    expect(instrument).toMatchObject({
      origin: 'own',
      items: [],
      coding: 'total-0-40',
      shortName: 'Sleep diary',
    });
    expect(scoreTotal(instrument, 25.3).kind).toBe('scored');
    expect(scoreTotal(instrument, 25.35).kind).toBe('invalid');
  });

  test('gets no rule, no cut-off, no band: nothing is invented', () => {
    expect(made(plain)).toMatchObject({
      changeRules: [],
      cutOffs: [],
      bands: [],
      norms: {},
      safetyItems: [],
    });
  });
});

describe('what is known becomes rules', () => {
  test('reliability and SD become a Jacobson–Truax rule that names both and their kind', () => {
    const instrument = made({ ...plain, sd: 6, reliability: { coefficient: 0.9, kind: 'alpha' } });
    expect(instrument.changeRules).toMatchObject([
      { kind: 'jacobson-truax', sd: 6, confidence: 0.95, reliability: { coefficient: 0.9, kind: 'alpha' } },
    ]);
    expect(instrument.changeRules[0]?.limits?.[0]).toMatch(/SD 6 and Cronbach’s alpha 0.9/);
  });

  test('without an SD of its own the clinical norm’s is used, and that is said', () => {
    const [rule] = made(studied).changeRules;
    expect(rule).toMatchObject({ sd: 7.5, source: { label: 'Jacobson & Truax 1991, from Manual 2010' } });
    expect(rule?.limits?.[0]).toMatch(/of the clinical norm and retest reliability 0.8/);
  });

  test('reliability alone is not enough', () => {
    expect(made({ ...plain, reliability: { coefficient: 0.9, kind: 'alpha' } }).changeRules).toEqual([]);
  });

  test('norms become the strict cut-offs c, a and b', () => {
    expect(made(studied).cutOffs.map(({ id, value, inclusive }) => [id, value, inclusive])).toEqual([
      ['jacobson-truax-c', 20, false],
      ['jacobson-truax-a', 15, false],
      ['jacobson-truax-b', 25, false],
    ]);
  });

  test('one norm gives only the cut-off that it is enough for', () => {
    const clinicalOnly = made({ ...studied, norms: { clinical: { mean: 30, sd: 7.5 } } });
    expect(clinicalOnly.cutOffs.map(({ id }) => id)).toEqual(['jacobson-truax-a']);
    const functionalOnly = made({ ...studied, norms: { functional: { mean: 10, sd: 7.5 } } });
    expect(functionalOnly.cutOffs.map(({ id }) => id)).toEqual(['jacobson-truax-b']);
  });

  test('what the therapist entered goes before what is computed', () => {
    const instrument = made({
      ...studied,
      cutOff: { value: 18, inclusive: true, source: 'Trial 2015' },
      reliableChange: { points: 8 },
    });
    expect(instrument.cutOffs[0]).toMatchObject({
      id: 'entered',
      label: '18 or more',
      source: { label: 'Trial 2015' },
    });
    expect(instrument.changeRules.map(({ id }) => id)).toEqual(['entered', 'jacobson-truax']);
    expect(instrument.changeRules[0]?.source.label).toBe('Manual 2009');
  });

  test('a figure without a source says so', () => {
    const instrument = made({ ...plain, cutOff: { value: 18, inclusive: false } });
    expect(instrument.cutOffs[0]).toMatchObject({
      label: 'less than 18',
      source: { label: 'entered by the therapist, no source given' },
    });
  });
});

test('a definition is plain JSON: it comes back from the records as it went in', () => {
  expect(ownMeasure(JSON.parse(JSON.stringify(studied)) as OwnMeasureDefinition)).toEqual(
    ownMeasure(studied),
  );
});

describe('what cannot be right is named, field by field', () => {
  test.each<[string, Partial<OwnMeasureDefinition>, string, string]>([
    ['an id of the catalogue', { id: 'phq-9' }, 'id', 'not-an-own-id'],
    ['no name', { name: '  ' }, 'name', 'name-missing'],
    ['an empty range', { range: { min: 40, max: 40 } }, 'range', 'range-is-empty'],
    ['a range that is no number', { range: { min: 0, max: NaN } }, 'range', 'not-a-number'],
    ['a negative step', { step: -1 }, 'step', 'step-is-negative'],
    ['a step that misses the maximum', { step: 3 }, 'step', 'step-does-not-divide-the-range'],
    ['a cut-off out of range', { cutOff: { value: 41, inclusive: true } }, 'cutOff', 'outside-the-range'],
    ['no change at all', { reliableChange: { points: 0 } }, 'reliableChange', 'not-positive'],
    [
      'a change no one can make',
      { reliableChange: { points: 41 } },
      'reliableChange',
      'larger-than-the-range',
    ],
    [
      'a perfect reliability',
      { reliability: { coefficient: 1, kind: 'alpha' } },
      'reliability',
      'not-between-0-and-1',
    ],
    [
      'a reliability in per cent',
      { reliability: { coefficient: 90, kind: 'alpha' } },
      'reliability',
      'not-between-0-and-1',
    ],
    ['no spread', { sd: 0 }, 'sd', 'not-positive'],
    [
      'a norm out of range',
      { norms: { clinical: { mean: 60, sd: 5 } } },
      'norms.clinical',
      'outside-the-range',
    ],
    [
      'a norm without spread',
      { norms: { functional: { mean: 30, sd: 0 } } },
      'norms.functional',
      'not-positive',
    ],
    [
      'norms the wrong way round',
      { norms: { clinical: { mean: 30, sd: 5 }, functional: { mean: 10, sd: 5 } } },
      'norms',
      'norms-against-the-direction',
    ],
    ['certainty', { confidence: 1 }, 'confidence', 'not-between-0-and-1'],
  ])('%s', (_, change, field, kind) => {
    expect(problemsOf(change)).toContainEqual({ field, kind });
  });

  test('all problems come at once', () => {
    expect(problemsOf({ name: '', step: -1, sd: -2 })).toHaveLength(3);
  });
});
