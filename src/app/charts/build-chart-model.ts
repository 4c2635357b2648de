// ScoreSeries → ChartModel. Pure: no clock, no canvas. The verdict's parts (corridor, cut-off, baseline) are given,
// never worked out here a second time.
import type { Band, CutOff, Instrument } from '../../clinical/instruments/instrument.ts';
import type { ErrorCorridor } from '../../clinical/verdict/error-corridor.ts';
import type { ScoreSeries, SeriesPoint } from '../../clinical/verdict/series.ts';
import { chartBands } from './chart-bands.ts';
import { chartColumns, phaseAt, type ChartPhase } from './chart-columns.ts';
import { chartMarks } from './chart-marks.ts';
import type {
  ChartAverage,
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
  /** Changes of course in order of time; courses of therapy make columns by themselves. */
  readonly phases: readonly ChartPhase[];
  /** Days on which courses of therapy ended. */
  readonly endings?: readonly {
    readonly title: string;
    readonly occurredOn: string;
    readonly episode: number;
  }[];
  readonly lifeEvents?: readonly { readonly title: string; readonly occurredOn: string }[];
  /** By week since the baseline of one of the measures; drawn on dates only. */
  readonly average?: {
    readonly instrumentId: string;
    readonly label: string;
    readonly weeks: readonly { readonly week: number; readonly value: number }[];
  } | null;
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
  const { columns, changes } = chartColumns(input.phases, places, all, words, locale);
  const happenings = [...changes, ...chartMarks(input, places, all, axis)].sort(
    // Two placeless ones differ by not a number, and stay as they were.
    (a, b) => (a.x ?? Infinity) - (b.x ?? Infinity) || 0,
  );
  const on = { places, columns };
  const [first, second] = measures;
  const series: ChartModel['series'] = second
    ? [chartSeries(first, on, input), chartSeries(second, on, input)]
    : [chartSeries(first, on, input)];
  return {
    axis,
    series,
    columns,
    marks: happenings.filter((one): one is ChartMark => one.kind !== 'change' && one.x !== null),
    average: axis === 'date' ? averageOf(series, input.average ?? null) : null,
    unplaced: measures.flatMap((measure) => unplacedPoints(measure, places, input)),
    happenings,
    sentence,
    sessionLabelAt: (x) => numberFormat(locale).format(places.sessionAt(x)),
  };
}

/** From the day of the baseline on. */
function averageOf(series: ChartModel['series'], given: ChartInput['average'] | null): ChartAverage | null {
  const at = series.findIndex(({ id }) => id === given?.instrumentId);
  const baseline = series[at]?.points.find(({ isBaseline }) => isBaseline);
  if (!given || !baseline) return null;
  const points = given.weeks.map(({ week, value }) => ({ x: baseline.x + 7 * week, value }));
  return { series: at, label: given.label, points };
}

/** Where points may stand, and in which column. */
interface Ground {
  readonly places: Places;
  readonly columns: readonly ChartColumn[];
}

function chartSeries(measure: ChartMeasure, { places, columns }: Ground, input: ChartInput): ChartSeries {
  const { words, locale } = input;
  const { instrument, corridor, cutOff } = measure;
  const describe = pointOf(measure, input);
  const points = measure.series.points
    .flatMap((point, index) => {
      const x = places.placeOf(point.point);
      return x === null ? [] : [Object.assign(describe(point, index, phaseAt(columns, x)), { x })];
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

type PointOf = (point: SeriesPoint, index: number, phase: string | null) => Omit<ChartPoint, 'x'>;

function pointOf(
  { series, bandOf, baselineEntryId, instrument }: ChartMeasure,
  { words, locale, followUps }: ChartInput,
): PointOf {
  const baselineAt = series.points.findIndex(({ point }) => point.entryId === baselineEntryId);
  const baseline = series.points[baselineAt];
  const latestAt = series.points.findLastIndex(({ total }) => total !== null);
  return ({ point, total, modeChanged }, index, phase) => {
    const isBaseline = baseline !== undefined && index === baselineAt;
    const comparable = baseline?.point.episode === point.episode && index > baselineAt;
    const from = comparable ? baseline.total : null;
    const changeSinceBaseline = from === null || total === null ? null : total - from;
    const bandLabel = total === null ? null : (bandOf(total)?.label ?? null);
    const isFollowUp = followUps?.has(point.entryId) ?? false;
    const facts = {
      point,
      total,
      modeChanged,
      isBaseline,
      isFollowUp,
      changeSinceBaseline,
      bandLabel,
      phase: isFollowUp ? null : phase,
    };
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
      phase: facts.phase,
    });
  };
}

function unplacedPoints(measure: ChartMeasure, places: Places, input: ChartInput): UnplacedPoint[] {
  const describe = pointOf(measure, input);
  const seriesName = measure.instrument.shortName;
  const offAxis = measure.series.points.flatMap((point, index) =>
    places.placeOf(point.point) === null ? [{ seriesName, point: describe(point, index, null) }] : [],
  );
  const nowhere = measure.series.unplaced.map((point) => {
    const total = 'total' in point.outcome ? point.outcome.total : null;
    return {
      seriesName,
      point: describe({ point, total, modeChanged: false, startsEpisode: false }, -1, null),
    };
  });
  return [...offAxis, ...nowhere];
}
