import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignSeries } from '../../../src/app/charts/align-series.ts';
import { sessionTicks, valueTicks } from '../../../src/app/charts/axis-ticks.ts';
import { dayNumber } from '../../../src/app/charts/calendar-days.ts';
import { dateTickLabels, dateTicks } from '../../../src/app/charts/date-ticks.ts';
import { formatChange } from '../../../src/app/charts/number-format.ts';
import { placeLabels } from '../../../src/app/charts/place-labels.ts';
import { sparklinePath } from '../../../src/app/charts/sparkline-path.ts';
import { isWhole, reveal, wholeView, zoomBy } from '../../../src/app/charts/zoom.ts';
import { choiceForKey, keyForChoice } from '../../../src/app/components/choice-keys.ts';
import { parseDecimal } from '../../../src/app/components/parse-decimal.ts';
import { sortRows } from '../../../src/app/components/sort-rows.ts';
import { buildChartModel } from '../../../src/app/charts/build-chart-model.ts';
import { phqMeasure, words } from './support.ts';

describe('the axes', () => {
  test('a value axis always shows both ends of the measure', () => {
    expect(valueTicks({ min: 0, max: 27 }, 7)).toEqual([0, 5, 10, 15, 20, 27]);
    expect(valueTicks({ min: -2, max: 2 }, 5)).toEqual([-2, -1, 0, 1, 2]);
    expect(valueTicks({ min: 0, max: 100 }, 6)).toEqual([0, 20, 40, 60, 80, 100]);
  });

  test('ticks never touch, whatever the range', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 900 }), (min, width) => {
        const ticks = valueTicks({ min, max: min + width }, 6);
        expect([ticks[0], ticks.at(-1)]).toEqual([min, min + width]);
        expect(ticks.length).toBeLessThanOrEqual(8);
        ticks.slice(1).forEach((tick, i) => expect(tick - (ticks[i] ?? NaN)).toBeGreaterThan(width / 20));
      }),
    );
  });

  test('sessions are whole numbers from 1', () => {
    expect(sessionTicks(0.7, 6.3, 10)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(sessionTicks(-1, 41, 6)).toEqual([10, 20, 30, 40]);
  });

  test('a few weeks are marked on Mondays, a few years on the first of a month or year', () => {
    const weeks = dateTicks(dayNumber('2026-03-25'), dayNumber('2026-05-20'), 9);
    expect(weeks.days[0]).toBe(dayNumber('2026-03-30'));
    expect(new Set(weeks.days.map((day) => new Date(day * 86_400_000).getUTCDay()))).toEqual(new Set([1]));
    const years = dateTicks(dayNumber('2016-02-01'), dayNumber('2026-02-01'), 11);
    expect(dateTickLabels(years, 'en-GB')).toEqual(Array.from({ length: 10 }, (_, i) => String(2017 + i)));
  });

  test('the year is written where it changes, and dates are the locale’s', () => {
    const ticks = dateTicks(dayNumber('2025-11-01'), dayNumber('2026-02-15'), 5);
    expect(dateTickLabels(ticks, 'en-GB')).toEqual(['Nov\n2025', 'Dec', 'Jan\n2026', 'Feb']);
    expect(dateTickLabels(ticks, 'de-DE')[1]).toBe('Dez');
  });

  test('every tick lies inside the time shown, and there is room for each', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 1, max: 20_000 }), (from, span) => {
        const { days } = dateTicks(from, from + span, 10);
        expect(days.length).toBeLessThanOrEqual(12);
        expect(days.every((day) => day >= from && day <= from + span)).toBe(true);
      }),
    );
  });

  test('what is not a calendar day is refused', () => {
    expect(() => dayNumber('2026-02-31x')).toThrow();
    expect(() => dayNumber('31/02/2026')).toThrow();
  });
});

describe('zoom', () => {
  const whole = wholeView([100, 200]);

  test('one point stands in the middle of the line', () => {
    expect(wholeView([7])).toEqual({ from: 6.5, to: 7.5 });
  });

  test('never leaves the whole, never turns round, and 0 is the whole again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0.1, max: 8, noNaN: true }), fc.integer({ min: 100, max: 200 })), {
          maxLength: 30,
        }),
        (steps) => {
          const end = steps.reduce(
            (view, [factor, at]) => reveal(zoomBy(view, factor, at, whole, 14), at, whole),
            whole,
          );
          expect(end.from).toBeGreaterThanOrEqual(whole.from - 1e-9);
          expect(end.to).toBeLessThanOrEqual(whole.to + 1e-9);
          expect(end.to - end.from).toBeGreaterThanOrEqual(14 - 1e-9);
          expect(isWhole(zoomBy(end, 1000, 150, whole, 14), whole)).toBe(true);
        },
      ),
    );
  });

  test('moving to a point outside brings it into view at the same width', () => {
    const view = reveal({ from: 100, to: 120 }, 180, whole);
    expect(view.from).toBeLessThan(180);
    expect(view.to).toBeGreaterThan(180);
    expect(view.to - view.from).toBeCloseTo(20, 9);
  });
});

describe('drawing', () => {
  test('two measures share rows by day; a missing score is not a gap', () => {
    const model = buildChartModel({
      measures: [
        phqMeasure([
          { total: 5, occurredOn: '2026-01-01' },
          { total: null, occurredOn: '2026-01-08' },
        ]),
        phqMeasure([
          { total: 6, occurredOn: '2026-01-01' },
          { total: 7, occurredOn: '2026-01-02' },
        ]),
      ],
      axis: 'date',
      phases: [],
      sentence: '',
      locale: 'en-GB',
      words,
    });
    expect(alignSeries(model.series).columns).toEqual([
      [5, undefined, null],
      [6, 7, undefined],
    ]);
  });

  test('of two labels that would touch the weightier is written', () => {
    const labels = [
      { text: 'Mild', y: 100, weight: 0 },
      { text: 'Cut-off', y: 108, weight: 1 },
      { text: 'Severe', y: 10, weight: 0 },
    ];
    expect(placeLabels(labels, 17).map(({ text }) => text)).toEqual(['Cut-off', 'Severe']);
  });

  test('a small line is lifted at a gap and keeps lonely points', () => {
    const { line, alone, last } = sparklinePath(
      [0, 27, null, 9],
      { min: 0, max: 27 },
      { width: 104, height: 28, edge: 2 },
    );
    expect(line).toBe('M2 26L35.3 2M102 18');
    expect(alone).toEqual([{ x: 102, y: 18 }]);
    expect(last).toEqual({ x: 102, y: 18 });
  });

  test('a change is written with a true minus and no sign for none', () => {
    expect([-6, 2, 0, -0.001, 1.239].map((change) => formatChange(change, 'en-GB'))).toEqual([
      '−6',
      '+2',
      '0',
      '0',
      '+1.24',
    ]);
  });
});

describe('what is typed', () => {
  test.each([
    ['14', 14],
    [' 4,5 ', 4.5],
    ['.5', 0.5],
    ['−2', -2],
    ['0,125', 0.125],
  ])('%s is a number', (text, value) => {
    expect(parseDecimal(text)).toBe(value);
  });

  test.each(['', ' ', '1,000', '12-', '1.2.3', '1e3', 'NaN', '0x1'])('"%s" is not taken for one', (text) => {
    expect(parseDecimal(text)).toBeNull();
  });

  test('number keys answer with the option’s own value, and without such values by place', () => {
    const phq = [0, 1, 2, 3].map((value) => ({ value }));
    const tens = [10, 20, 30].map((value) => ({ value }));
    const rating = Array.from({ length: 11 }, (_, value) => ({ value }));
    expect(choiceForKey(phq, '0')).toBe(0);
    expect(choiceForKey(phq, '4')).toBeNull();
    expect(choiceForKey(tens, '2')).toBe(20);
    expect(choiceForKey(rating, '0')).toBe(0);
    expect(keyForChoice(rating, rating[10] ?? { value: 10 })).toBe('');
  });

  test('a choice without a key moves nobody else’s: "1" stays the answer of 1', () => {
    const withOneMore = [{ value: 0 }, { value: 1 }, { value: 2 }, { value: -1, keyless: true }];
    expect(withOneMore.map((choice) => keyForChoice(withOneMore, choice))).toEqual(['0', '1', '2', '']);
    expect(['0', '1', '2', '3', '4'].map((key) => choiceForKey(withOneMore, key))).toEqual([
      0,
      1,
      2,
      null,
      null,
    ]);
  });

  test('rows without a value stand last in both directions', () => {
    const rows = [{ v: 3 }, { v: null }, { v: 10 }];
    expect(sortRows(rows, ({ v }) => v, 'ascending').map(({ v }) => v)).toEqual([3, 10, null]);
    expect(sortRows(rows, ({ v }) => v, 'descending').map(({ v }) => v)).toEqual([10, 3, null]);
    const names = [{ v: 'K 10' }, { v: 'K 9' }];
    expect(sortRows(names, ({ v }) => v, 'ascending', 'en').map(({ v }) => v)).toEqual(['K 9', 'K 10']);
  });
});
