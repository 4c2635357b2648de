// From measure views to what the chart draws; the verdict's own parts are handed on, never worked out a second time.
import {
  averageInWeek,
  lastPublishedWeek,
  type PublishedAverage,
} from '../../../clinical/averages/published-average.ts';
import { isFollowUp, type Course } from '../../../clinical/episodes/course.ts';
import { bandOf } from '../../../clinical/scoring/band-of.ts';
import type { TechniqueChoice } from '../../../records/practice-settings.ts';
import { buildChartModel, type ChartMeasure } from '../../charts/build-chart-model.ts';
import type { ChartModel } from '../../charts/chart-model.ts';
import type { ChartWords } from '../../charts/chart-words.ts';
import { m } from '../../paraglide/messages.js';
import type { ChartLifeEvent, ChartPivot, MeasureView } from '../../state/client-chart.ts';
import { phaseTitle, techniqueName } from '../../wording/technique-words.ts';
import { verdictSentence } from '../../wording/verdict-sentence.ts';
import { lineName } from './line-key.ts';

/** What stands on the chart beside the scores. */
export interface ChartBeside {
  /** In the order people see them. */
  readonly pivots: readonly ChartPivot[];
  readonly lifeEvents: readonly ChartLifeEvent[];
  /** As the practice calls them. */
  readonly techniques: readonly TechniqueChoice[];
  /** The average of others, where it was asked for. */
  readonly average: PublishedAverage | null;
}

export const nothingBeside: ChartBeside = { pivots: [], lifeEvents: [], techniques: [], average: null };

export function chartOf(
  first: MeasureView,
  second: MeasureView | null,
  courses: readonly Course[],
  words: ChartWords,
  locale: string,
  { pivots, lifeEvents, techniques, average }: ChartBeside = nothingBeside,
): ChartModel {
  return buildChartModel({
    measures: second ? [chartMeasure(first), chartMeasure(second)] : [chartMeasure(first)],
    axis: 'auto',
    phases: pivots.map((pivot) => ({
      title: phaseTitle(pivot, techniques),
      before: pivot.from === null ? null : techniqueName(pivot.from, techniques),
      from: pivot,
    })),
    lifeEvents: lifeEvents.map((event) => ({ title: event.words, occurredOn: event.occurredOn })),
    average: average && {
      instrumentId: average.instrumentId,
      label: m.chart_average(),
      weeks: averageByHalfWeek(average),
    },
    endings: courses.flatMap(({ episode, ending }) =>
      ending ? [{ title: m.chart_ended(), occurredOn: ending.occurredOn, episode }] : [],
    ),
    followUps: new Set(
      [first, ...(second ? [second] : [])]
        .flatMap(({ series }) => series.points)
        .filter(({ point }) => isFollowUp(point, courses))
        .map(({ point }) => point.entryId),
    ),
    sentence: [first, second]
      .filter((view) => view !== null)
      .map((view) => namedSentence(view, locale))
      .join(' '),
    locale,
    words,
  });
}

/** Half weeks, so that the curve is seen to be one. */
const averageByHalfWeek = (average: PublishedAverage): { week: number; value: number }[] =>
  Array.from({ length: 2 * lastPublishedWeek + 1 }, (_, index) => index / 2).flatMap((week) => {
    const value = averageInWeek(average, week);
    return value === null ? [] : [{ week, value }];
  });

const namedSentence = (view: MeasureView, locale: string): string =>
  m.client_named_sentence({
    name: lineName(view),
    sentence: verdictSentence(view.verdict, view.instrument, locale),
  });

function chartMeasure(view: MeasureView): ChartMeasure {
  const { instrument, series, corridor } = view;
  return {
    instrument: { ...instrument, shortName: lineName(view) },
    series,
    bandOf: (total) => bandOf(instrument, total),
    baselineEntryId: baselineOf(view),
    corridor,
    cutOff: view.verdict.cutOff,
  };
}

export function baselineOf({ verdict }: MeasureView): string | null {
  if (verdict.kind === 'no-scores') return null;
  return verdict.kind === 'too-few-points' ? verdict.only.point.entryId : verdict.start.point.entryId;
}

/** The first complete response, where the baseline was moved away from it. */
export const movedAwayFrom = ({ verdict }: MeasureView): string | null =>
  'baseline' in verdict && verdict.baseline.kind === 'moved' ? verdict.baseline.from.point.entryId : null;
