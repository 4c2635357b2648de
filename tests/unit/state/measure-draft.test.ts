import { expect, test } from 'vitest';
import {
  definitionOfDraft,
  draftProblems,
  measureDraft,
  type MeasureDraft,
} from '../../../src/app/state/measure-draft.ts';
import type { OwnMeasureDefinition } from '../../../src/clinical/instruments/own-measure.ts';

const whole: OwnMeasureDefinition = {
  id: 'own-x',
  version: '3',
  name: 'Work and social adjustment',
  shortName: 'WSA',
  measures: 'impairment',
  range: { min: 0, max: 40 },
  step: 1,
  better: 'lower',
  cutOff: { value: 10, inclusive: true, source: 'manual' },
  reliableChange: { points: 8, source: 'a paper' },
  reliability: { coefficient: 0.82, kind: 'retest' },
  sd: 8.5,
  norms: { clinical: { mean: 22, sd: 8 }, functional: { mean: 6, sd: 5, source: 'another paper' } },
  source: 'a manual',
};

const fields = (draft: MeasureDraft): string[] =>
  draftProblems(draft).map(({ field, kind }) => `${field}: ${kind}`);

test('a definition comes out of the form as it went in', () => {
  expect(definitionOfDraft(measureDraft(whole), 'own-x', '3')).toEqual(whole);
  expect(fields(measureDraft(whole))).toEqual([]);
});

test('an empty form asks for name, range and direction, and for nothing that may be unknown', () => {
  expect(fields(measureDraft())).toEqual([
    'name: name-missing',
    'min: missing',
    'max: missing',
    'better: missing',
  ]);
});

test('a reliability without its kind is not taken: which one it is moves the answer', () => {
  const draft = measureDraft(whole);
  draft.reliabilityKind = null;
  expect(fields(draft)).toEqual(['reliabilityKind: missing']);
});

test('half a norm and a number that is none are named where they stand', () => {
  const draft = measureDraft(whole);
  draft.clinical.sd = { value: null, text: '' };
  draft.cutOff = { value: null, text: 'ten' };
  expect(fields(draft)).toEqual(['cutOff: not-a-number', 'norms.clinical: needs-the-other']);
});

test('what clinical says of the figures is passed on', () => {
  const draft = measureDraft(whole);
  draft.max = { value: 5, text: '5' };
  expect(fields(draft)).toContain('cutOff: outside-the-range');
});
