import { expect, test } from 'vitest';
import type { ChangeRule } from '../../../src/clinical/instruments/instrument.ts';
import { phq9 } from '../../../src/clinical/instruments/phq-9/phq-9.ts';
import { errorCorridor } from '../../../src/clinical/verdict/error-corridor.ts';

const source = { label: 'a paper' };
const sixPoints: ChangeRule = { kind: 'published', id: 'six', label: '6 points', points: 6, source };

test('the corridor is the baseline plus and minus the needed change', () => {
  expect(errorCorridor(14, sixPoints, phq9)).toEqual({ low: 8, high: 20, edgesWithin: false });
});

test('it ends where the measure ends', () => {
  expect(errorCorridor(3, sixPoints, phq9)).toMatchObject({ low: 0, high: 9 });
  expect(errorCorridor(25, sixPoints, phq9)).toMatchObject({ low: 19, high: 27 });
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
  expect(corridor.edgesWithin).toBe(true);
});
