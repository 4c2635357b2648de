import { describe, expect, test } from 'vitest';
import { buildChartModel, type ChartInput } from '../../../src/app/charts/build-chart-model.ts';
import { dayNumber } from '../../../src/app/charts/calendar-days.ts';
import type { ChartModel } from '../../../src/app/charts/chart-model.ts';
import { phqMeasure, words, type Score } from './support.ts';

const build = (scores: readonly Score[], given: Partial<ChartInput> = {}): ChartModel =>
  buildChartModel({
    measures: [phqMeasure(scores)],
    axis: 'auto',
    phases: [],
    sentence: 'PHQ-9 fell.',
    locale: 'en-GB',
    words,
    ...given,
  });

const dated: Score[] = [
  { total: 18, occurredOn: '2026-01-06' },
  { total: null, occurredOn: '2026-01-13' },
  { total: 12, occurredOn: '2026-01-20', mode: 'link' },
];

describe('a chart by date', () => {
  test('puts each score on its own calendar day', () => {
    const { axis, series } = build(dated);
    expect(axis).toBe('date');
    expect(series[0].points.map(({ x }) => x)).toEqual(
      ['2026-01-06', '2026-01-13', '2026-01-20'].map(dayNumber),
    );
  });

  test('an incomplete response is a gap with its reason, never a zero', () => {
    const gap = build(dated).series[0].points[1];
    expect(gap).toMatchObject({
      value: null,
      note: 'Incomplete: 7 of 9 answered',
      changeSinceBaseline: null,
      bandLabel: null,
    });
  });

  test('the latest point is the last one with a total, and says its band and its change', () => {
    const latest = build([...dated, { total: null, occurredOn: '2026-01-27' }]).series[0].points.find(
      (p) => p.isLatest,
    );
    expect(latest).toMatchObject({
      value: 12,
      bandLabel: 'moderate',
      changeSinceBaseline: -6,
      modeChanged: true,
    });
    expect(latest?.spoken).toBe('20 Jan 2026 · PHQ-9 12 · moderate · −6 since baseline · From here: link');
  });

  test('a score with only a session number stands in the table and gets no invented date', () => {
    const { series, unplaced } = build([...dated, { total: 9, sessionNumber: 4 }]);
    expect(series[0].points).toHaveLength(3);
    expect(unplaced.map(({ point }) => [point.when, point.value])).toEqual([['Session 4', 9]]);
  });

  test('a score with neither date nor number is listed too', () => {
    expect(build([...dated, { total: 9 }]).unplaced.map(({ point }) => point.when)).toEqual(['No date']);
  });

  test('two scores of one day keep the order in which they were written down', () => {
    const { series } = build([
      { total: 14, occurredOn: '2026-01-06', recordedAt: '2026-01-06T10:00:00Z' },
      { total: 13, occurredOn: '2026-01-06', recordedAt: '2026-01-06T09:00:00Z' },
    ]);
    expect(series[0].points.map(({ value }) => value)).toEqual([13, 14]);
  });
});

describe('the baseline', () => {
  test('has no change of its own, and no point before it has one', () => {
    const moved = build(dated, { measures: [phqMeasure(dated, { baselineEntryId: 'e2' })] });
    expect(moved.series[0].points.map((point) => point.changeSinceBaseline)).toEqual([null, null, null]);
    expect(moved.series[0].points.map((point) => point.isBaseline)).toEqual([false, false, true]);
  });

  test('the corridor begins at the baseline and ends where another course begins', () => {
    const scores: Score[] = [...dated, { total: 16, occurredOn: '2026-06-02', episode: 2 }];
    expect(build(scores).series[0].corridor).toMatchObject({
      min: 13,
      max: 23,
      fromX: dayNumber('2026-01-06'),
      toX: dayNumber('2026-06-02'),
    });
    const second = build(scores, { measures: [phqMeasure(scores, { baselineEntryId: 'e3' })] });
    expect(second.series[0].corridor).toMatchObject({ fromX: dayNumber('2026-06-02'), toX: null });
  });

  test('the key says the corridor’s own edges, and where they are outside it', () => {
    expect(build(dated).series[0].corridor?.label).toContain('(13 to 23)');
    const open = { low: 2.5, high: 3.5, lowIsWithin: false, highIsWithin: false };
    expect(
      build(dated, { measures: [phqMeasure(dated, { corridor: open })] }).series[0].corridor?.label,
    ).toContain('(above 2.5 to below 3.5)');
  });

  test('without a known rule there is no corridor, and without a baseline neither', () => {
    expect(build(dated, { measures: [phqMeasure(dated, { corridor: null })] }).series[0].corridor).toBeNull();
    expect(
      build(dated, { measures: [phqMeasure(dated, { baselineEntryId: null })] }).series[0].corridor,
    ).toBeNull();
  });

  test('a later course of therapy is not compared with the first one’s baseline', () => {
    const scores: Score[] = [...dated, { total: 16, occurredOn: '2026-06-02', episode: 2 }];
    expect(build(scores).series[0].points.at(-1)?.changeSinceBaseline).toBeNull();
  });
});

describe('a chart by session number', () => {
  const numbered: Score[] = [
    { total: 18, sessionNumber: 1 },
    { total: 15, sessionNumber: 3 },
    { total: 14, sessionNumber: 1, episode: 2 },
    { total: 9, sessionNumber: 2, episode: 2 },
  ];

  test('is chosen when more scores have a number than a date', () => {
    expect(build(numbered).axis).toBe('session');
  });

  test('a second course that counts from 1 again stands behind the first, under its own numbers', () => {
    const model = build(numbered);
    const xs = model.series[0].points.map(({ x }) => x);
    expect(xs).toEqual([1, 3, 4, 5]);
    expect(xs.map(model.sessionLabelAt)).toEqual(['1', '3', '1', '2']);
  });

  test('courses of therapy are titled columns; a single one is not', () => {
    expect(build(numbered).columns).toMatchObject([
      { title: 'Course 1', fromX: 1 },
      { title: 'Course 2', fromX: 4 },
    ]);
    expect(build(dated).columns).toEqual([]);
  });
});

test('bands meet without holes, so that a prorated 4.5 has one', () => {
  const { bands } = build(dated).series[0];
  expect(bands.map(({ min, max }) => [min, max])).toEqual([
    [0, 5],
    [5, 10],
    [10, 15],
    [15, 20],
    [20, 27],
  ]);
});

test('two measures keep their own range, bands and baseline', () => {
  const second = phqMeasure(dated, { baselineEntryId: 'e2', cutOff: null, corridor: null });
  const { series } = build(dated, { measures: [phqMeasure(dated), second] });
  expect(series).toHaveLength(2);
  expect(series[1]?.cutOff).toBeNull();
  expect(series[0].cutOff).toEqual({ value: 10, label: 'Cut-off 10' });
});
