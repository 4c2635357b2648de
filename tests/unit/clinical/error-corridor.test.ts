import { expect, test } from 'vitest';
import type { ChangeRule } from '../../../src/clinical/instruments/instrument.ts';
import { phq9 } from '../../../src/clinical/instruments/phq-9/phq-9.ts';
import { errorCorridor } from '../../../src/clinical/verdict/error-corridor.ts';

const source = { label: 'a paper' };
const sixPoints: ChangeRule = { kind: 'published', id: 'six', label: '6 points', points: 6, source };

test('six points are a change, so the corridor ends at five on both sides of the baseline', () => {
  expect(errorCorridor(14, sixPoints, phq9)).toEqual({
    low: 9,
    high: 19,
    lowIsWithin: true,
    highIsWithin: true,
  });
});

test('it steps as the measure steps: ten points of the WHO-5 end at eight', () => {
  const percent = { range: { min: 0, max: 100 }, step: 4 };
  const tenPoints: ChangeRule = { ...sixPoints, points: 10 };
  expect(errorCorridor(40, tenPoints, percent)).toMatchObject({ low: 32, high: 48 });
});

test('a prorated baseline lies between two steps; the corridor holds the totals that are nearer than the change', () => {
  expect(errorCorridor(12.5, sixPoints, phq9)).toMatchObject({ low: 7, high: 18 });
});

test('where any decimal may occur there is no last total before the edge, so the edge is said to be outside', () => {
  const anyDecimal = { range: { min: 0, max: 27 }, step: 0 };
  expect(errorCorridor(14, sixPoints, anyDecimal)).toEqual({
    low: 8,
    high: 20,
    lowIsWithin: false,
    highIsWithin: false,
  });
  expect(errorCorridor(3, sixPoints, anyDecimal)).toMatchObject({
    low: 0,
    lowIsWithin: true,
    highIsWithin: false,
  });
});

test('it ends where the measure ends', () => {
  expect(errorCorridor(3, sixPoints, phq9)).toMatchObject({ low: 0, high: 8 });
  expect(errorCorridor(25, sixPoints, phq9)).toMatchObject({ low: 20, high: 27 });
});

test('a computed one is not rounded, and its edges are still error', () => {
  const rule: ChangeRule = {
    kind: 'jacobson-truax',
    id: 'jt',
    label: 'Jacobson–Truax',
    sd: 7.5,
    reliability: { coefficient: 0.8, kind: 'alpha', source },
    confidence: 0.95,
    source,
  };
  const corridor = errorCorridor(14, rule, phq9);
  expect(corridor.low).toBeCloseTo(14 - 9.296925484568419, 12);
  expect(corridor).toMatchObject({ lowIsWithin: true, highIsWithin: true });
});
