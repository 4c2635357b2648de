// What was said at the end of a course of therapy: each measure judged within that course, follow-ups apart.
import { isFollowUp } from '../../clinical/episodes/course.ts';
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import { judge } from '../../clinical/verdict/judge.ts';
import { seriesOf, type ScoreSeries } from '../../clinical/verdict/series.ts';
import type { Verdict } from '../../clinical/verdict/verdict.ts';
import type { FindInstrument } from '../../records/score-points.ts';
import { movedBaseline, type ChoicesFor, type ClientChart } from './client-chart.ts';

export interface CourseMeasure {
  readonly instrument: Instrument;
  readonly series: ScoreSeries;
  /** From the baseline of this course to its last score before the ending. */
  readonly atEnd: Verdict;
}

/** Every measure with a complete response in this course. */
export function measuresOfCourse(
  chart: ClientChart,
  episode: number,
  findInstrument: FindInstrument,
  choicesFor: ChoicesFor,
): CourseMeasure[] {
  const points = chart.points.filter(
    (point) => point.episode === episode && !isFollowUp(point, chart.courses),
  );
  return seriesOf(points).flatMap((series) => {
    const instrument = findInstrument(series.instrumentId, series.instrumentVersion);
    if (!instrument) return [];
    const atEnd = judge(instrument, series, episode, {
      ...choicesFor(instrument.id),
      ...movedBaseline(chart, series, episode),
    });
    return atEnd.kind === 'no-scores' ? [] : [{ instrument, series, atEnd }];
  });
}
