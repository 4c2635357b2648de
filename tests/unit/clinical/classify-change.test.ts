import { describe, expect, test } from 'vitest';
import { classifyChange } from '../../../src/clinical/change/classify-change.ts';
import { neededChange, reliableDirection } from '../../../src/clinical/change/reliable-change.ts';
import { sideOfCutOff } from '../../../src/clinical/change/side-of-cut-off.ts';
import type { ChangeRule } from '../../../src/clinical/instruments/instrument.ts';

const source = { label: 'a paper' };
const sixPoints: ChangeRule = { kind: 'published', id: 'six', label: '6 points', points: 6, source };
const computed: ChangeRule = {
  kind: 'jacobson-truax',
  id: 'jt',
  label: 'Jacobson–Truax',
  sd: 7.5,
  reliability: { coefficient: 0.8, kind: 'alpha', source },
  confidence: 0.95,
  source,
};

describe('a reliable change', () => {
  test('a published integer is inclusive: 6 of 6 points are enough, 5 are not', () => {
    expect(reliableDirection(18, 12, sixPoints, 'lower')).toBe('better');
    expect(reliableDirection(18, 13, sixPoints, 'lower')).toBe('neither');
    expect(reliableDirection(12, 18, sixPoints, 'lower')).toBe('worse');
    expect(neededChange(sixPoints)).toEqual({ points: 6, inclusive: true });
  });

  test('a computed index must be exceeded: 9.2969 points are needed, 9 are too few', () => {
    expect(reliableDirection(40, 49, computed, 'higher')).toBe('neither');
    expect(reliableDirection(40, 49.5, computed, 'higher')).toBe('better');
    expect(neededChange(computed).inclusive).toBe(false);
    expect(neededChange(computed).points).toBeCloseTo(9.2969, 4);
  });

  test('where higher is better, more points are better', () => {
    expect(reliableDirection(12, 18, sixPoints, 'higher')).toBe('better');
    expect(reliableDirection(18, 12, sixPoints, 'higher')).toBe('worse');
  });

  test('exactly the published points count in decimals too, in spite of binary fractions', () => {
    const threeTenths: ChangeRule = { ...sixPoints, points: 0.3 };
    expect(1.2 - 0.9).toBeLessThan(0.3);
    expect(reliableDirection(1.2, 0.9, threeTenths, 'lower')).toBe('better');
  });

  test('no change is never reliable', () => {
    expect(reliableDirection(10, 10, sixPoints, 'lower')).toBe('neither');
  });
});

describe('the side of a cut-off', () => {
  test('a published cut-off counts as clinical itself', () => {
    const ten = { value: 10, inclusive: true };
    expect([9, 10, 11].map((total) => sideOfCutOff(total, ten, 'lower'))).toEqual([
      'functional',
      'clinical',
      'clinical',
    ]);
    expect([9, 10, 11].map((total) => sideOfCutOff(total, ten, 'higher'))).toEqual([
      'clinical',
      'clinical',
      'functional',
    ]);
  });

  test('cut-offs a, b and c are strict: a total on the line is on neither side', () => {
    expect(sideOfCutOff(50, { value: 50, inclusive: false }, 'higher')).toBe('on-the-line');
  });
});

describe('status', () => {
  test('recovered: reliably better, from the clinical side to the functional one', () => {
    expect(classifyChange({ direction: 'better', sideAtStart: 'clinical', sideNow: 'functional' })).toBe(
      'recovered',
    );
  });

  test('recovery needs a clinical start', () => {
    expect(classifyChange({ direction: 'better', sideAtStart: 'functional', sideNow: 'functional' })).toBe(
      'improved',
    );
  });

  test('crossing the cut-off without a reliable change is unchanged', () => {
    expect(classifyChange({ direction: 'neither', sideAtStart: 'clinical', sideNow: 'functional' })).toBe(
      'unchanged',
    );
  });

  test('reliably better but still on the clinical side, or on the line, is improved', () => {
    expect(classifyChange({ direction: 'better', sideAtStart: 'clinical', sideNow: 'clinical' })).toBe(
      'improved',
    );
    expect(classifyChange({ direction: 'better', sideAtStart: 'clinical', sideNow: 'on-the-line' })).toBe(
      'improved',
    );
  });

  test('without a cut-off nobody is called recovered', () => {
    expect(classifyChange({ direction: 'better', sideAtStart: null, sideNow: null })).toBe('improved');
  });

  test('a change that is called meaningful, but was not held against the error, is never recovery', () => {
    const crossed = { sideAtStart: 'clinical', sideNow: 'functional' } as const;
    expect(classifyChange({ direction: 'better', meaning: 'meaningful', ...crossed })).toBe('improved');
    expect(classifyChange({ direction: 'better', meaning: 'reliable', ...crossed })).toBe('recovered');
    expect(classifyChange({ direction: 'worse', meaning: 'meaningful', ...crossed })).toBe('deteriorated');
  });

  test('reliably worse is deteriorated, wherever it starts', () => {
    expect(classifyChange({ direction: 'worse', sideAtStart: 'functional', sideNow: 'functional' })).toBe(
      'deteriorated',
    );
    expect(classifyChange({ direction: 'worse', sideAtStart: null, sideNow: null })).toBe('deteriorated');
  });
});
