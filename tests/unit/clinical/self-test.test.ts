import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publishedInstruments } from '../../../src/clinical/instruments/catalogue.ts';
import { auditC } from '../../../src/clinical/instruments/audit-c/audit-c.ts';
import type { OwnMeasureDefinition } from '../../../src/clinical/instruments/own-measure.ts';
import { phq9 } from '../../../src/clinical/instruments/phq-9/phq-9.ts';
import { pswq } from '../../../src/clinical/instruments/pswq/pswq.ts';
import { checkExample } from '../../../src/clinical/worked-examples/check-example.ts';
import { publishedExamples } from '../../../src/clinical/worked-examples/published-examples.ts';
import { rangeIsReached } from '../../../src/clinical/worked-examples/range-is-reached.ts';
import { selfTest } from '../../../src/clinical/worked-examples/self-test.ts';
import type { ExpectedResult, WorkedExample } from '../../../src/clinical/worked-examples/worked-example.ts';

const sleepDiary: OwnMeasureDefinition = {
  id: 'own-1',
  version: '1',
  name: 'Sleep diary index',
  range: { min: 0, max: 30 },
  step: 1,
  better: 'lower',
};

test('all that is shipped agrees, and the practice’s own measures hang together', () => {
  const checks = selfTest({
    examples: publishedExamples,
    published: publishedInstruments,
    definitions: [sleepDiary],
  });
  expect(checks.filter(({ agrees }) => !agrees)).toEqual([]);
  expect(checks).toHaveLength(publishedExamples.length + publishedInstruments.length + 2);
});

describe('it can fail', () => {
  const example = fc.constantFrom(...publishedExamples);
  const agrees = (given: WorkedExample, expected: Partial<ExpectedResult>): boolean =>
    checkExample({ ...given, expected: { ...given.expected, ...expected } }).agrees;

  test('any other total than the computed one does not agree', () => {
    const withTotal = example.filter(({ expected }) => expected.total !== undefined);
    const difference = fc.integer({ min: -30, max: 30 }).filter((points) => points !== 0);
    fc.assert(
      fc.property(withTotal, difference, (given, points) => {
        expect(agrees(given, { total: (given.expected.total ?? NaN) + points })).toBe(false);
      }),
    );
  });

  test('nor does any other outcome', () => {
    const kinds = ['scored', 'prorated', 'incomplete', 'invalid'] as const;
    fc.assert(
      fc.property(example, fc.constantFrom(...kinds), (given, outcome) => {
        expect(agrees(given, { outcome })).toBe(outcome === given.expected.outcome);
      }),
    );
  });

  test.each<[string, Partial<ExpectedResult>]>([
    ['a band', { band: 'none of its bands' }],
    ['a scale', { subscales: { b: { total: 81 } } }],
    ['a scale that is not there', { subscales: { z: { total: 1 } } }],
    ['a band that a scale has not', { subscales: { b: { total: 2, band: 'mild' } } }],
    ['a side', { sides: { 'forkus-2022-33': 'on-the-line' } }],
    ['a cut-off that is not there', { sides: { nobody: 'clinical' } }],
    ['a criterion', { criteria: { 'provisional-diagnosis': 'cannot-say' } }],
    ['a safety item', { safetyItems: [1] }],
  ])('nor %s', (_, expected) => {
    const fewest = publishedExamples.find(({ id }) => id === 'fewest') as WorkedExample;
    expect(agrees(fewest, {})).toBe(true);
    expect(agrees(fewest, expected)).toBe(false);
  });

  test('a range that the answers do not reach, or go beyond, is found', () => {
    expect(rangeIsReached(phq9)).toBe(true);
    expect(rangeIsReached({ ...phq9, range: { min: 0, max: 28 } })).toBe(false);
    expect(rangeIsReached({ ...phq9, range: { min: 0, max: 26 } })).toBe(false);
    expect(rangeIsReached({ ...auditC, items: auditC.items.slice(1) })).toBe(false);
    expect(rangeIsReached(pswq)).toBe(true);
    expect(rangeIsReached({ ...pswq, step: 7 })).toBe(false);
  });

  test('a definition that cannot be read any more is named', () => {
    const broken = { ...sleepDiary, range: { min: 30, max: 0 } };
    expect(selfTest({ examples: [], published: [], definitions: [broken] })).toEqual([
      { kind: 'definition', name: 'Sleep diary index', version: '1', agrees: false },
    ]);
  });
});
