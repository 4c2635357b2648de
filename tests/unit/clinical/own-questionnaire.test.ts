import { describe, expect, test } from 'vitest';
import type { Instrument } from '../../../src/clinical/instruments/instrument.ts';
import { ownMeasure, type OwnMeasureDefinition } from '../../../src/clinical/instruments/own-measure.ts';
import type { OwnQuestionnaire } from '../../../src/clinical/instruments/own-questionnaire.ts';
import { bandOf } from '../../../src/clinical/scoring/band-of.ts';
import { raisedSafetyItems } from '../../../src/clinical/scoring/raised-safety-items.ts';
import { scoreResponse } from '../../../src/clinical/scoring/score-response.ts';
import { judge } from '../../../src/clinical/verdict/judge.ts';
import { seriesOf } from '../../../src/clinical/verdict/series.ts';
import { scorePoint } from '../../../src/records/score-points.ts';
import { makeResponse } from '../records/make-entry.ts';

const questionnaire: OwnQuestionnaire = {
  stem: 'In the last week',
  answerSets: [
    { id: 'a1', answers: [0, 1, 2, 3].map((value) => ({ value, label: `Answer ${value}` })) },
    {
      id: 'a2',
      answers: [
        { value: 0, label: 'No' },
        { value: 2, label: 'Yes', code: 'LA33-6' },
      ],
    },
  ],
  items: [
    { id: 'i1', text: 'One', answerSetId: 'a1' },
    { id: 'i2', text: 'Two', answerSetId: 'a1', reversed: true },
    { id: 'i3', text: 'Three', answerSetId: 'a2', safetyAbove: 0 },
    { id: 'i4', text: 'Four', answerSetId: 'a1', unscored: true },
  ],
  total: { kind: 'sum' },
  missing: { kind: 'require-all' },
  subscales: [{ id: 's1', label: 'First two', itemIds: ['i1', 'i2'], total: { kind: 'mean' } }],
};

const definition: OwnMeasureDefinition = {
  format: 2,
  id: 'own-7f3a',
  version: '1',
  name: 'A made-up scale',
  range: { min: 0, max: 8 },
  step: 1,
  better: 'lower',
  questionnaire,
  bands: [
    { label: 'much', from: 5 },
    { label: 'little', from: 0 },
  ],
  bandsSource: 'Manual 2009',
};

function made(change: Partial<OwnMeasureDefinition> = {}): Instrument {
  const own = ownMeasure({ ...definition, ...change });
  if (own.kind === 'problems') throw new Error(JSON.stringify(own.problems));
  return own.instrument;
}
const problemsOf = (change: Partial<OwnQuestionnaire>, more: Partial<OwnMeasureDefinition> = {}) => {
  const own = ownMeasure({ ...definition, questionnaire: { ...questionnaire, ...change }, ...more });
  return own.kind === 'problems' ? own.problems : [];
};

describe('a measure with items', () => {
  test('is scored like any other: reversed, unscored, subscale, safety, band', () => {
    const instrument = made();
    expect(scoreResponse(instrument, [1, 1, 2, null])).toEqual({
      kind: 'scored',
      total: 1 + 2 + 2,
      subscales: { s1: 1.5 },
    });
    expect(raisedSafetyItems(instrument, [1, 1, 2, null]).map(({ item }) => item.id)).toEqual(['i3']);
    expect(bandOf(instrument, 5)).toEqual({ label: 'much', min: 5, max: 8 });
    expect(bandOf(instrument, 4)).toEqual({ label: 'little', min: 0, max: 4 });
    expect(instrument).toMatchObject({ coding: 'sum-0-8', stem: 'In the last week', items: { length: 4 } });
    expect(instrument.items[2]?.options[1]).toEqual({ value: 2, label: 'Yes', loinc: 'LA33-6' });
  });

  test('comes back from the records as it went in', () => {
    expect(ownMeasure(JSON.parse(JSON.stringify(definition)) as OwnMeasureDefinition)).toEqual(
      ownMeasure(definition),
    );
  });

  test('prorates with the source that allows it, and not without', () => {
    const missing = { kind: 'prorate', maxMissing: 1, rounding: 'none', source: 'Manual 2009' } as const;
    const outcome = scoreResponse(made({ questionnaire: { ...questionnaire, missing } }), [3, 0, null, null]);
    expect(outcome).toMatchObject({ kind: 'prorated', total: 9, answered: 2, of: 3 });
    expect(problemsOf({ missing: { ...missing, source: ' ' } })).toEqual([
      { field: 'missingRule', kind: 'source-missing' },
    ]);
    expect(problemsOf({ missing: { ...missing, maxMissing: 3 } })).toEqual([
      { field: 'missingRule', kind: 'too-many-missing' },
    ]);
  });

  test.each([
    [{ kind: 'mean' } as const, { min: 0, max: 8 / 3 }, 0, `mean-0-${8 / 3}`],
    [{ kind: 'scaled-sum', factor: 2.5 } as const, { min: 0, max: 20 }, 2.5, 'sum-times-2.5-0-20'],
    [{ kind: 'scaled-sum', factor: -1 } as const, { min: -8, max: 0 }, 1, 'sum-times--1--8-0'],
  ])('the range follows from the items and the rule: %o', (total, range, step, coding) => {
    const instrument = made({ questionnaire: { ...questionnaire, total }, range, step, bands: [] });
    expect(instrument.coding).toBe(coding);
    expect(
      problemsOf({ total }, { range: { min: range.min, max: range.max + 1 }, bands: [] }),
    ).toContainEqual({
      field: 'range',
      kind: 'range-is-not-what-the-items-give',
    });
  });
});

describe('what cannot be right about items is named', () => {
  const item = { id: 'i1', text: 'One', answerSetId: 'a1' };
  const answers = (...values: number[]) => [
    { id: 'a1', answers: values.map((value) => ({ value, label: 'x' })) },
  ];
  test.each<[string, Partial<OwnQuestionnaire>, object]>([
    ['no items', { items: [], subscales: [] }, { field: 'items', kind: 'no-items' }],
    [
      'nothing scored',
      { items: [{ ...item, unscored: true }], subscales: [] },
      { field: 'items', kind: 'nothing-is-scored' },
    ],
    ['one id twice', { items: [item, item], subscales: [] }, { field: 'items', kind: 'same-id-twice' }],
    [
      'more items than anybody answers',
      { items: Array.from({ length: 301 }, (_, index) => ({ ...item, id: `i${index}` })), subscales: [] },
      { field: 'items', kind: 'too-many-items' },
    ],
    [
      'no text',
      { items: [{ ...item, text: ' ' }], subscales: [] },
      { field: 'item', id: 'i1', kind: 'text-missing' },
    ],
    [
      'no answers',
      { items: [{ ...item, answerSetId: 'a9' }], subscales: [] },
      { field: 'item', id: 'i1', kind: 'answers-missing' },
    ],
    [
      'one answer',
      { items: [item], answerSets: answers(1), subscales: [] },
      { field: 'answers', id: 'a1', kind: 'fewer-than-two-answers' },
    ],
    [
      'two answers alike',
      { items: [item], answerSets: answers(1, 1), subscales: [] },
      { field: 'answers', id: 'a1', kind: 'same-value-twice' },
    ],
    [
      'a value that is none',
      { items: [item], answerSets: answers(1, NaN), subscales: [] },
      { field: 'answers', id: 'a1', kind: 'not-a-number' },
    ],
    [
      'a safety item that no answer can raise',
      { items: [{ ...item, safetyAbove: 3 }], subscales: [] },
      { field: 'item', id: 'i1', kind: 'safety-asks-for-nothing' },
    ],
    [
      'a factor of nothing',
      { total: { kind: 'scaled-sum', factor: 0 } },
      { field: 'total', kind: 'factor-is-zero' },
    ],
    [
      'a subscale with an unscored item',
      { subscales: [{ id: 's1', label: 'x', itemIds: ['i4'], total: { kind: 'sum' } }] },
      { field: 'subscale', id: 's1', kind: 'subscale-has-an-unscored-item' },
    ],
    [
      'a subscale of nothing',
      { subscales: [{ id: 's1', label: 'x', itemIds: [], total: { kind: 'sum' } }] },
      { field: 'subscale', id: 's1', kind: 'subscale-is-empty' },
    ],
  ])('%s', (_, change, problem) => {
    expect(problemsOf(change)).toContainEqual(problem);
  });

  test('bands out of range, without names, or with one beginning', () => {
    expect(
      problemsOf(
        {},
        {
          bands: [
            { label: '', from: 9 },
            { label: 'x', from: 9 },
          ],
        },
      ).map(({ kind }) => kind),
    ).toEqual(['label-missing', 'outside-the-range', 'same-start-twice']);
  });
});

describe('definitions of other times', () => {
  test('one from before there were items still reads as it did', () => {
    const old: OwnMeasureDefinition = {
      id: 'own-1',
      version: '1',
      name: 'Rested',
      range: { min: 0, max: 10 },
      step: 1,
      better: 'higher',
    };
    const own = ownMeasure(old);
    expect(own).toMatchObject({ instrument: { items: [], coding: 'total-0-10', bands: [] } });
  });

  test('one from a newer Soundings is not read, whatever else is in it', () => {
    const newer = { ...definition, format: 3, range: undefined } as unknown as OwnMeasureDefinition;
    expect(ownMeasure(newer)).toEqual({
      kind: 'problems',
      problems: [{ field: 'format', kind: 'newer-format' }],
    });
  });
});

test('scores of two versions are never judged together, each by the rule of its own', () => {
  const first = made({ reliableChange: { points: 2 } });
  const wider = {
    ...questionnaire,
    items: [...questionnaire.items, { id: 'i5', text: 'Five', answerSetId: 'a1' }],
  };
  const second = made({
    version: '2.abcd',
    questionnaire: wider,
    range: { min: 0, max: 11 },
    reliableChange: { points: 9 },
  });
  const find = (_id: string, version: string): Instrument => (version === '1' ? first : second);
  let number = 0;
  const entry = (instrument: Instrument, day: string, answers: readonly (number | null)[]) =>
    makeResponse((number += 1), {
      instrumentId: instrument.id,
      instrumentVersion: instrument.version,
      coding: instrument.coding,
      occurredOn: day,
      answers,
      enteredTotal: null,
    });
  const points = [
    entry(first, '2026-01-01', [3, 0, 2, null]),
    entry(first, '2026-01-08', [0, 3, 2, null]),
    entry(second, '2026-01-15', [3, 0, 2, null, 3]),
    entry(second, '2026-01-22', [3, 3, 2, null, 0]),
  ].flatMap((response) => scorePoint(response, find) ?? []);
  const verdicts = seriesOf(points).map((series) => judge(find('', series.instrumentVersion), series, 1));
  expect(verdicts).toMatchObject([
    { kind: 'judged', status: 'improved', start: { total: 8 }, latest: { total: 2 } },
    { kind: 'judged', status: 'unchanged', start: { total: 11 }, latest: { total: 5 } },
  ]);
});
