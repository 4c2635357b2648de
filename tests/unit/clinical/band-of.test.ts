import { expect, test } from 'vitest';
import { gad7 } from '../../../src/clinical/instruments/gad-7/gad-7.ts';
import { phq9 } from '../../../src/clinical/instruments/phq-9/phq-9.ts';
import { bandOf } from '../../../src/clinical/scoring/band-of.ts';
import { syntheticInstrument } from './synthetic-instrument.ts';

test.each([
  [0, 'minimal'],
  [4, 'minimal'],
  [5, 'mild'],
  [9, 'mild'],
  [10, 'moderate'],
  [14, 'moderate'],
  [15, 'moderately severe'],
  [19, 'moderately severe'],
  [20, 'severe'],
  [27, 'severe'],
])('a PHQ-9 of %i is %s', (total, label) => {
  expect(bandOf(phq9, total)?.label).toBe(label);
});

test.each([
  [4, 'minimal'],
  [5, 'mild'],
  [10, 'moderate'],
  [15, 'severe'],
  [21, 'severe'],
])('a GAD-7 of %i is %s', (total, label) => {
  expect(bandOf(gad7, total)?.label).toBe(label);
});

test('a prorated total between two bands has not reached the upper one', () => {
  expect(bandOf(phq9, 9.9)?.label).toBe('mild');
});

test('out of range there is no band, and without published bands none is invented', () => {
  expect(bandOf(phq9, 28)).toBeNull();
  expect(bandOf(phq9, Number.NaN)).toBeNull();
  expect(bandOf(syntheticInstrument({ items: 2, values: [0, 1] }), 1)).toBeNull();
});
