import type { ChartMeasure } from '../../../src/app/charts/build-chart-model.ts';
import type { ChartWords } from '../../../src/app/charts/chart-words.ts';
import type { ScorePoint } from '../../../src/clinical/verdict/score-point.ts';
import { seriesOf, type ScoreSeries } from '../../../src/clinical/verdict/series.ts';
import { phq9 } from '../../../src/clinical/instruments/phq-9/phq-9.ts';
import { bandOf } from '../../../src/clinical/scoring/band-of.ts';
import { englishWords } from '../../browser/harness/english-words.ts';

export const words: ChartWords = englishWords;

export type Score = Partial<
  Pick<ScorePoint, 'occurredOn' | 'sessionNumber' | 'episode' | 'mode' | 'recordedAt'>
> & {
  readonly total: number | null;
};

/** PHQ-9 totals as points, in the order given; null is an incomplete response. */
export function scorePoints(scores: readonly Score[]): ScorePoint[] {
  return scores.map(({ total, ...given }, index) => ({
    entryId: `e${index}`,
    instrumentId: phq9.id,
    instrumentVersion: phq9.version,
    coding: phq9.coding,
    respondent: 'self',
    mode: 'read-aloud',
    episode: 1,
    occurredOn: null,
    sessionNumber: null,
    recordedAt: `2026-01-01T00:00:${String(index % 60).padStart(2, '0')}Z`,
    outcome:
      total === null
        ? { kind: 'incomplete', answered: 7, of: 9, missingItemIds: ['phq-9-3', 'phq-9-4'] }
        : { kind: 'scored', total, subscales: {} },
    ...given,
  }));
}

export function phqSeries(scores: readonly Score[]): ScoreSeries {
  const [series] = seriesOf(scorePoints(scores));
  if (!series) throw new Error('No scores given');
  return series;
}

export function phqMeasure(scores: readonly Score[], given: Partial<ChartMeasure> = {}): ChartMeasure {
  return {
    instrument: phq9,
    series: phqSeries(scores),
    bandOf: (total) => bandOf(phq9, total),
    baselineEntryId: 'e0',
    corridor: { low: 13, high: 23, lowIsWithin: true, highIsWithin: true },
    cutOff: { value: 10 },
    ...given,
  };
}
