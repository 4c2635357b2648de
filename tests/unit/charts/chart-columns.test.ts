import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildChartModel, type ChartInput } from '../../../src/app/charts/build-chart-model.ts';
import { dayNumber } from '../../../src/app/charts/calendar-days.ts';
import type { ChartModel } from '../../../src/app/charts/chart-model.ts';
import { shorten } from '../../../src/app/charts/shorten.ts';
import { placesToShow } from '../../../src/app/charts/zoom.ts';
import { splitPhases } from '../../../src/clinical/phases/split-phases.ts';
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

const march = (day: number): string => `2026-03-${String(day).padStart(2, '0')}`;
const dated: Score[] = [2, 9, 16, 23].map((day, index) => ({ total: 18 - index, occurredOn: march(day) }));
const titles = ({ columns }: ChartModel): (readonly [string, number])[] =>
  columns.map(({ title, fromX }) => [title, fromX]);

describe('by date', () => {
  test('a change stands behind its own day, and the phase before has the name of what it was changed from', () => {
    const model = build(dated, {
      phases: [{ title: 'Exposure', before: 'Mindfulness', from: { occurredOn: march(9) } }],
    });
    expect(titles(model)).toEqual([
      ['Mindfulness', dayNumber(march(2))],
      ['Exposure', dayNumber(march(9)) + 0.5],
    ]);
    expect(model.series[0].points.map(({ phase }) => phase)).toEqual([
      'Mindfulness',
      'Mindfulness',
      'Exposure',
      'Exposure',
    ]);
    expect(model.series[0].points[2]?.spoken).toBe(
      '16 Mar 2026 · PHQ-9 16 · moderately severe · −2 since baseline · Phase: Exposure',
    );
  });

  test('what it was changed from is not always known', () => {
    const model = build(dated, { phases: [{ title: 'Exposure', from: { occurredOn: march(9) } }] });
    expect(model.columns[0]?.title).toBe('At first');
  });

  test('of two changes on one day there is one line with the later title; both are named in words', () => {
    const model = build(dated, {
      phases: [
        { title: 'Skills', from: { occurredOn: march(9) } },
        { title: 'Exposure', from: { occurredOn: march(9) } },
      ],
    });
    expect(model.columns.map(({ title }) => title)).toEqual(['At first', 'Exposure']);
    expect(model.series[0].points[2]?.phase).toBe('Skills, Exposure');
    expect(model.happenings.map(({ title, when }) => [title, when])).toEqual([
      ['Skills', '9 Mar 2026'],
      ['Exposure', '9 Mar 2026'],
    ]);
  });

  test('a change that is known by a session number only has no place here, and is listed', () => {
    const model = build(dated, { phases: [{ title: 'Exposure', from: { sessionNumber: 2 } }] });
    expect(model.columns).toEqual([]);
    expect(model.happenings).toEqual([{ kind: 'change', title: 'Exposure', when: 'Session 2', x: null }]);
  });

  test('a change after the last score has room for its title', () => {
    const xs = placesToShow(
      build(dated, { phases: [{ title: 'Exposure', from: { occurredOn: march(30) } }] }),
    );
    expect(xs.at(-1)).toBeGreaterThan(dayNumber(march(33 - 2)));
  });

  test('a follow-up after the ending is in no phase', () => {
    const model = build(dated, {
      phases: [{ title: 'Exposure', from: { occurredOn: march(9) } }],
      followUps: new Set(['e3']),
    });
    expect(model.series[0].points.at(-1)).toMatchObject({ phase: null, note: 'Follow-up' });
  });

  test('a change belongs to its course of therapy', () => {
    const model = build([...dated, { total: 20, occurredOn: '2026-09-01', episode: 2 }], {
      phases: [{ title: 'Exposure', from: { occurredOn: march(9), episode: 1 } }],
    });
    expect(model.columns.map(({ title }) => title)).toEqual(['Course 1 · At first', 'Exposure', 'Course 2']);
    expect(model.series[0].points.at(-1)?.phase).toBeNull();
  });

  test('life events stand on their day, in words and in the list', () => {
    const model = build(dated, { lifeEvents: [{ title: 'Lost the job', occurredOn: march(11) }] });
    expect(model.marks).toEqual([
      { kind: 'life-event', title: 'Lost the job', when: '11 Mar 2026', x: dayNumber(march(11)) },
    ]);
  });
});

describe('by session number', () => {
  const numbered: Score[] = [1, 2, 3, 4].map((sessionNumber) => ({ total: 18, sessionNumber }));

  test('a change stands behind its own session', () => {
    const model = build(numbered, { phases: [{ title: 'Exposure', from: { sessionNumber: 2 } }] });
    expect(titles(model)[1]).toEqual(['Exposure', 2.5]);
  });

  test('a life event is known by its day, and is listed', () => {
    const model = build(numbered, { lifeEvents: [{ title: 'Lost the job', occurredOn: march(11) }] });
    expect(model.marks).toEqual([]);
    expect(model.happenings[0]).toMatchObject({ kind: 'life-event', x: null });
  });

  test('where numbers and days contradict each other, the change is listed rather than drawn between the wrong scores', () => {
    const backwards: Score[] = [1, 2, 3].map((n) => ({
      total: 9,
      sessionNumber: n,
      occurredOn: march(20 - n),
    }));
    const phases = [{ title: 'Exposure', from: { sessionNumber: 2, occurredOn: march(18) } }];
    expect(build(backwards, { axis: 'session', phases }).columns).toEqual([]);
  });
});

test('the average of others runs ten weeks from the baseline, on dates only', () => {
  const average = {
    instrumentId: 'phq-9',
    label: 'Average',
    weeks: [0, 10].map((week) => ({ week, value: 9 })),
  };
  const { average: drawn } = build(dated, { average });
  expect(drawn?.points).toEqual([
    { x: dayNumber(march(2)), value: 9 },
    { x: dayNumber(march(2)) + 70, value: 9 },
  ]);
  expect(build(dated, { average: null }).average).toBeNull();
  expect(build([{ total: 9, sessionNumber: 1 }], { average }).average).toBeNull();
});

describe('laws', () => {
  const day = fc.integer({ min: 1, max: 28 }).map(march);
  const place = fc.record({
    occurredOn: fc.option(day),
    sessionNumber: fc.option(fc.integer({ min: 1, max: 20 })),
  });

  test('whatever the days and numbers, a score that is drawn stands on the side of each line that its phase is on', () => {
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 12 }),
        fc.array(place, { maxLength: 4 }),
        fc.constantFrom('date' as const, 'session' as const),
        (scores, changes, axis) => {
          const measure = phqMeasure(scores.map((score) => ({ total: 9, ...score })));
          const pivots = changes.map((from, index) => ({
            ...from,
            entryId: `p${index}`,
            recordedAt: `2026-04-01T00:00:0${index}Z`,
            episode: 1,
          }));
          const { series, happenings } = build(dated, {
            measures: [measure],
            axis,
            phases: pivots.map((pivot) => ({ title: pivot.entryId, from: pivot })),
          });
          for (const { title, x } of happenings) {
            const pivot = pivots.find(({ entryId }) => entryId === title);
            if (x === null || !pivot) continue;
            for (const { point } of measure.series.points) {
              const drawn = series[0].points.find(({ entryId }) => entryId === point.entryId);
              if (!drawn) continue;
              const [before] = splitPhases([{ point, total: 9 }], [pivot]);
              expect(drawn.x < x).toBe(before?.points.length === 1);
            }
          }
        },
      ),
    );
  });

  test('500 sessions and 30 changes: every score in the phase that the comparison puts it in', () => {
    const scores: Score[] = Array.from({ length: 500 }, (_, n) => ({ total: n % 27, sessionNumber: n + 1 }));
    const phases = Array.from({ length: 30 }, (_, n) => ({
      title: `Phase ${n + 1}`,
      from: { sessionNumber: 16 * (n + 1) },
    }));
    const { series, columns } = build(scores, { phases });
    expect(columns).toHaveLength(31);
    expect(series[0].points.map(({ phase }) => phase)).toEqual(
      scores.map((_, n) => (n < 16 ? 'At first' : `Phase ${Math.min(30, Math.floor(n / 16))}`)),
    );
  });
});

test('a title is shortened to its room, and left out where three letters do not fit', () => {
  const widthOf = (text: string): number => 10 * text.length;
  expect(shorten('Exposure', 80, widthOf)).toBe('Exposure');
  expect(shorten('Exposure', 60, widthOf)).toBe('Expos…');
  expect(shorten('Exposure', 40, widthOf)).toBe('Exp…');
  expect(shorten('Exposure', 39, widthOf)).toBe('');
  expect(shorten('', 0, widthOf)).toBe('');
});
