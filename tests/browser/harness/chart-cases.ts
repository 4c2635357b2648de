// Charts with made-up people for the pictures and the browser tests.
import {
  buildChartModel,
  type ChartInput,
  type ChartMeasure,
} from '../../../src/app/charts/build-chart-model.ts';
import type { ChartModel } from '../../../src/app/charts/chart-model.ts';
import type { ResponseMode, ScorePoint } from '../../../src/clinical/verdict/score-point.ts';
import type { ScoreSeries } from '../../../src/clinical/verdict/series.ts';
import { englishWords } from './english-words.ts';

const phq9 = {
  id: 'phq-9',
  shortName: 'PHQ-9',
  range: { min: 0, max: 27 },
  better: 'lower' as const,
  bands: [
    { label: 'minimal', min: 0, max: 4 },
    { label: 'mild', min: 5, max: 9 },
    { label: 'moderate', min: 10, max: 14 },
    { label: 'moderately severe', min: 15, max: 19 },
    { label: 'severe', min: 20, max: 27 },
  ],
};
const gad7 = {
  id: 'gad-7',
  shortName: 'GAD-7',
  range: { min: 0, max: 21 },
  better: 'lower' as const,
  bands: [
    { label: 'minimal', min: 0, max: 4 },
    { label: 'mild', min: 5, max: 9 },
    { label: 'moderate', min: 10, max: 14 },
    { label: 'severe', min: 15, max: 21 },
  ],
};
const own = {
  id: 'own-1',
  shortName: 'WHO-5',
  range: { min: 0, max: 25 },
  better: 'higher' as const,
  bands: [],
};

interface Score {
  readonly total: number | null;
  readonly occurredOn?: string;
  readonly sessionNumber?: number;
  readonly mode?: ResponseMode;
  readonly episode?: number;
}

function scoreSeries(instrumentId: string, scores: readonly Score[]): ScoreSeries {
  const points = scores.map(
    (
      { total, occurredOn = null, sessionNumber = null, mode = 'read-aloud', episode = 1 },
      index,
    ): ScorePoint => ({
      entryId: `${instrumentId}-${index}`,
      instrumentId,
      instrumentVersion: '1',
      coding: 'sum',
      respondent: 'self',
      mode,
      episode,
      occurredOn,
      sessionNumber,
      recordedAt: '2026-01-01T00:00:00Z',
      outcome:
        total === null
          ? { kind: 'incomplete', answered: 7, of: 9, missingItemIds: ['a', 'b'] }
          : { kind: 'scored', total, subscales: {} },
    }),
  );
  return {
    instrumentId,
    instrumentVersion: '1',
    coding: 'sum',
    respondent: 'self',
    unplaced: points.filter((point) => point.occurredOn === null && point.sessionNumber === null),
    points: points
      .filter((point) => point.occurredOn !== null || point.sessionNumber !== null)
      .map((point, index, all) => ({
        point,
        total: point.outcome.kind === 'scored' ? point.outcome.total : null,
        modeChanged: index > 0 && all[index - 1]?.mode !== point.mode,
        startsEpisode: all[index - 1]?.episode !== point.episode,
      })),
  };
}

const bandIn = (bands: typeof phq9.bands) => (total: number) =>
  bands.findLast((band) => band.min <= total) ?? null;

const day = (start: string, index: number, every = 7): string =>
  new Date(Date.parse(start) + index * every * 86_400_000).toISOString().slice(0, 10);

const course = [18, 19, 17, 16, null, 15, 13, 14, 12, 10, 11, 8];
const phq: ChartMeasure = {
  instrument: phq9,
  series: scoreSeries(
    'phq-9',
    course.map((total, i) => ({
      total,
      occurredOn: day('2025-11-04', i),
      mode: i < 7 ? 'read-aloud' : 'link',
    })),
  ),
  bandOf: bandIn(phq9.bands),
  baselineEntryId: 'phq-9-0',
  corridor: { low: 13, high: 23, lowIsWithin: true, highIsWithin: true },
  cutOff: { value: 10 },
};
const gad: ChartMeasure = {
  instrument: gad7,
  series: scoreSeries(
    'gad-7',
    [14, 15, 12, 13, 9, 8].map((total, i) => ({ total, occurredOn: day('2025-11-04', i * 2) })),
  ),
  bandOf: bandIn(gad7.bands),
  baselineEntryId: 'gad-7-0',
  corridor: { low: 11, high: 17, lowIsWithin: true, highIsWithin: true },
  cutOff: { value: 10 },
};

const wave = (index: number): number => Math.round(13 + 7 * Math.sin(index / 9) + 3 * Math.sin(index * 1.7));

const ten: ChartMeasure = {
  ...phq,
  series: scoreSeries(
    'phq-9',
    Array.from({ length: 500 }, (_, i) => ({
      total: i % 71 === 70 ? null : Math.min(27, Math.max(0, wave(i))),
      occurredOn: day('2016-01-05', i),
    })),
  ),
};

/** Chart models by name; each is one row of pictures. */
export const chartCases: Readonly<Record<string, () => ChartModel>> = {
  course: () => build([phq], 'PHQ-9 fell from 18 to 8: reliably better, and below the cut-off of 10.'),
  phases: () =>
    build([phq], 'PHQ-9 fell from 18 to 8.', {
      phases: [
        { title: 'Exposure', before: 'Mindfulness', from: { occurredOn: '2025-12-09' } },
        { title: 'Skills', from: { occurredOn: '2025-12-30' } },
        { title: 'Exposure with skills', from: { occurredOn: '2025-12-30' } },
      ],
      lifeEvents: [
        { title: 'Lost her job', occurredOn: '2025-11-20' },
        { title: 'Moved to another town', occurredOn: '2025-12-02' },
        { title: 'Her father fell ill', occurredOn: '2026-01-15' },
      ],
      average: {
        instrumentId: 'phq-9',
        label: 'Average of one programme',
        weeks: Array.from({ length: 21 }, (_, i) => i / 2).map((week) => ({
          week,
          value: 12.9 - 1.45 * week + 0.07 * week * week,
        })),
      },
    }),
  'just-changed': () =>
    build([phq], 'PHQ-9 fell from 18 to 8.', {
      phases: [
        { title: 'Behavioural activation', before: 'Cognitive work', from: { occurredOn: '2026-01-20' } },
      ],
    }),
  'many-phases': () =>
    build([ten], 'Ten years of PHQ-9 with thirty changes.', {
      phases: Array.from({ length: 30 }, (_, i) => ({
        title: i % 2 === 0 ? `Exposure, round ${i + 1}` : `Behavioural activation ${i + 1}`,
        before: 'Mindfulness',
        from: { occurredOn: day('2016-01-05', 16 * (i + 1)) },
      })),
    }),
  two: () => build([phq, gad], 'PHQ-9 fell from 18 to 8, GAD-7 from 14 to 8.'),
  sessions: () =>
    build(
      [
        {
          instrument: own,
          series: scoreSeries('own-1', [
            ...[6, 8, 7, null, 11, 14].map((total, i) => ({
              total,
              sessionNumber: i + 1,
              mode: 'import' as const,
            })),
            ...[9, 12, 15, 18].map((total, i) => ({
              total,
              sessionNumber: i + 1,
              episode: 2,
              mode: 'import' as const,
            })),
            { total: 12, mode: 'import' as const },
          ]),
          bandOf: () => null,
          baselineEntryId: 'own-1-6',
          corridor: null,
          cutOff: { value: 12.5 },
        },
      ],
      'WHO-5 rose from 9 to 18 in this course.',
    ),
  one: () =>
    build(
      [{ ...phq, series: scoreSeries('phq-9', [{ total: 14, occurredOn: '2026-02-03' }]), corridor: null }],
      'One score: too few points to say.',
    ),
  long: () => build([ten], 'Ten years of PHQ-9.'),
};

function build(
  measures: readonly [ChartMeasure] | readonly [ChartMeasure, ChartMeasure],
  sentence: string,
  beside: Partial<Pick<ChartInput, 'phases' | 'lifeEvents' | 'average'>> = {},
): ChartModel {
  return buildChartModel({
    ...{ measures, axis: 'auto', phases: [], sentence, locale: 'en-GB', words: englishWords },
    ...beside,
  });
}
