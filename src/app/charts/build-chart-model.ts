// ScoreSeries → ChartModel. Pure: no clock, no canvas. The verdict's parts (corridor, cut-off, baseline) are given,
// never worked out here a second time.
import type { Band, CutOff, Instrument } from '../../clinical/instruments/instrument.ts';
import type { ErrorCorridor } from '../../clinical/verdict/error-corridor.ts';
import type { ScorePoint } from '../../clinical/verdict/score-point.ts';
import type { ScoreSeries, SeriesPoint } from '../../clinical/verdict/series.ts';
import { chartBands } from './chart-bands.ts';
import type {
  ChartAxis,
  ChartColumn,
  ChartMark,
  ChartModel,
  ChartPoint,
  ChartSeries,
  UnplacedPoint,
} from './chart-model.ts';
import type { ChartWords } from './chart-words.ts';
import { PointInWords } from './describe-point.ts';
import { chooseAxis, placeOn, type Places } from './place-points.ts';
import { numberFormat } from './number-format.ts';

export interface ChartMeasure {
  readonly instrument: Pick<Instrument, 'id' | 'shortName' | 'range' | 'better' | 'bands'>;
  readonly series: ScoreSeries;
  readonly bandOf: (total: number) => Pick<Band, 'label'> | null;
  /** The response that changes are counted from; null when there is none yet. */
  readonly baselineEntryId: string | null;
  /** What the rule in use cannot tell from measurement error; null when no rule is known. */
  readonly corridor: ErrorCorridor | null;
  readonly cutOff: Pick<CutOff, 'value'> | null;
}

export interface ChartInput {
  readonly measures: readonly [ChartMeasure] | readonly [ChartMeasure, ChartMeasure];
  /** 'auto' takes the axis on which more scores have a place; dates when equal. */
  readonly axis: ChartAxis | 'auto';
  /** Phases in order of time, each from a day or a session; courses of therapy make columns by themselves. */
  readonly phases: readonly {
    readonly title: string;
    readonly from: { occurredOn?: string; sessionNumber?: number };
  }[];
  /** Days on which courses of therapy ended. */
  readonly endings?: readonly {
    readonly title: string;
    readonly occurredOn: string;
    readonly episode: number;
  }[];
  /** Ids of the responses that were answered after the ending of their course. */
  readonly followUps?: ReadonlySet<string>;
  /** The verdict in words. */
  readonly sentence: string;
  readonly locale: string;
  readonly words: ChartWords;
}

/** Works out everything a chart shows. Scores that the axis has no place for come back in `unplaced`. */
export function buildChartModel(input: ChartInput): ChartModel {
  const { measures, words, locale, sentence } = input;
  const all = measures.flatMap(({ series }) => series.points.map(({ point }) => point));
  const axis = input.axis === 'auto' ? chooseAxis(all) : input.axis;
  const places = placeOn(axis, all);
  const [first, second] = measures;
  const series: ChartModel['series'] = second
    ? [chartSeries(first, places, input), chartSeries(second, places, input)]
    : [chartSeries(first, places, input)];
  return {
    axis,
    series,
    columns: columns(input, places, all),
    marks: marksOf(input, places, all, axis),
    unplaced: measures.flatMap((measure) => unplacedPoints(measure, places, input)),
    sentence,
    sessionLabelAt: (x) => numberFormat(locale).format(places.sessionAt(x)),
  };

  function columns(
    { phases }: ChartInput,
    { placeOf, columnStarts }: Places,
    points: readonly ScorePoint[],
  ): ChartColumn[] {
    const courses = columnStarts.length > 1 ? columnStarts : [];
    const named = phases.flatMap(({ title, from }) => {
      const x = placeOf({
        occurredOn: null,
        sessionNumber: null,
        episode: points.at(-1)?.episode ?? 1,
        ...from,
      });
      return x === null ? [] : [{ title, fromX: x }];
    });
    return [
      ...courses.map(({ episode, x }) => ({
        title: words.course(numberFormat(locale).format(episode)),
        fromX: x,
      })),
      ...named,
    ].sort((a, b) => a.fromX - b.fromX);
  }
}

/** On a line of sessions an ending stands behind the last session of its course. */
function marksOf(
  { endings = [], followUps }: ChartInput,
  { placeOf }: Places,
  points: readonly ScorePoint[],
  axis: ChartAxis,
): ChartMark[] {
  return endings.flatMap(({ title, occurredOn, episode }) => {
    if (axis === 'date') {
      const x = placeOf({ occurredOn, sessionNumber: null, episode });
      return x === null ? [] : [{ title, x }];
    }
    const before = points
      .filter((point) => point.episode === episode && !followUps?.has(point.entryId))
      .flatMap((point) => placeOf(point) ?? []);
    return before.length === 0 ? [] : [{ title, x: Math.max(...before) + 0.5 }];
  });
}

function chartSeries(measure: ChartMeasure, places: Places, input: ChartInput): ChartSeries {
  const { words, locale } = input;
  const { instrument, corridor, cutOff } = measure;
  const describe = pointOf(measure, input);
  const points = measure.series.points
    .flatMap((point, index) => {
      const x = places.placeOf(point.point);
      return x === null ? [] : [Object.assign(describe(point, index), { x })];
    })
    .sort((a, b) => a.x - b.x);
  const baseline = points.find((point) => point.isBaseline);
  const nextCourse = baseline && points.find((point) => point.episode > baseline.episode);
  const format = numberFormat(locale);
  return {
    id: instrument.id,
    name: instrument.shortName,
    range: instrument.range,
    better: instrument.better,
    directionWord: instrument.better === 'lower' ? words.lowerIsBetter : words.higherIsBetter,
    points,
    bands: chartBands(instrument),
    cutOff: cutOff && { value: cutOff.value, label: words.cutOff(format.format(cutOff.value)) },
    corridor:
      corridor && baseline
        ? {
            min: corridor.low,
            max: corridor.high,
            fromX: baseline.x,
            toX: nextCourse?.x ?? null,
            label: words.corridor(...corridorEdges(corridor, words, locale)),
          }
        : null,
  };
}

/** "8" and "20"; "above 8" and "below 20" where the edges themselves are outside. */
function corridorEdges(
  { low, high, lowIsWithin, highIsWithin }: ErrorCorridor,
  words: ChartWords,
  locale: string,
): [low: string, high: string] {
  const format = numberFormat(locale);
  const [from, to] = [format.format(low), format.format(high)];
  return [lowIsWithin ? from : words.above(from), highIsWithin ? to : words.below(to)];
}

type PointOf = (point: SeriesPoint, index: number) => Omit<ChartPoint, 'x'>;

function pointOf(
  { series, bandOf, baselineEntryId, instrument }: ChartMeasure,
  { words, locale, followUps }: ChartInput,
): PointOf {
  const baselineAt = series.points.findIndex(({ point }) => point.entryId === baselineEntryId);
  const baseline = series.points[baselineAt];
  const latestAt = series.points.findLastIndex(({ total }) => total !== null);
  return ({ point, total, modeChanged }, index) => {
    const isBaseline = baseline !== undefined && index === baselineAt;
    const comparable = baseline?.point.episode === point.episode && index > baselineAt;
    const from = comparable ? baseline.total : null;
    const changeSinceBaseline = from === null || total === null ? null : total - from;
    const bandLabel = total === null ? null : (bandOf(total)?.label ?? null);
    const isFollowUp = followUps?.has(point.entryId) ?? false;
    const facts = { point, total, modeChanged, isBaseline, isFollowUp, changeSinceBaseline, bandLabel };
    return Object.assign(new PointInWords({ ...facts, measureName: instrument.shortName }, words, locale), {
      entryId: point.entryId,
      value: total,
      episode: point.episode,
      mode: point.mode,
      modeChanged,
      isBaseline,
      isLatest: index === latestAt,
      changeSinceBaseline,
      bandLabel,
    });
  };
}

function unplacedPoints(measure: ChartMeasure, places: Places, input: ChartInput): UnplacedPoint[] {
  const describe = pointOf(measure, input);
  const seriesName = measure.instrument.shortName;
  const offAxis = measure.series.points.flatMap((point, index) =>
    places.placeOf(point.point) === null ? [{ seriesName, point: describe(point, index) }] : [],
  );
  const nowhere = measure.series.unplaced.map((point) => {
    const total = 'total' in point.outcome ? point.outcome.total : null;
    return { seriesName, point: describe({ point, total, modeChanged: false, startsEpisode: false }, -1) };
  });
  return [...offAxis, ...nowhere];
}
