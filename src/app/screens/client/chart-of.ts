// From measure views to what the chart draws; the verdict's own parts are handed on, never worked out a second time.
import { isFollowUp, type Course } from '../../../clinical/episodes/course.ts';
import { bandOf } from '../../../clinical/scoring/band-of.ts';
import { buildChartModel, type ChartMeasure } from '../../charts/build-chart-model.ts';
import type { ChartModel } from '../../charts/chart-model.ts';
import type { ChartWords } from '../../charts/chart-words.ts';
import { m } from '../../paraglide/messages.js';
import type { MeasureView } from '../../state/client-chart.ts';
import { verdictSentence } from '../../wording/verdict-sentence.ts';
import { lineName } from './line-key.ts';

export function chartOf(
  first: MeasureView,
  second: MeasureView | null,
  courses: readonly Course[],
  words: ChartWords,
  locale: string,
): ChartModel {
  return buildChartModel({
    measures: second ? [chartMeasure(first), chartMeasure(second)] : [chartMeasure(first)],
    axis: 'auto',
    phases: [],
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
