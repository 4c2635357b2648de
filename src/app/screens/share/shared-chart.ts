// The chart for the client: the scores of the current course and the changes that have a wording for them. No bands, no cut-off, no
// corridor of error, no ways of asking, no ids of the record.
import type { ScorePoint } from '../../../clinical/verdict/score-point.ts';
import type { SeriesPoint } from '../../../clinical/verdict/series.ts';
import type { PivotEntry } from '../../../records/entry.ts';
import { buildChartModel } from '../../charts/build-chart-model.ts';
import type { ChartModel, ChartPoint, ChartSeries } from '../../charts/chart-model.ts';
import type { MeasureView } from '../../state/client-chart.ts';
import type { SharedChart } from '../../state/shared-view.ts';
import { clientChartLabels } from '../../wording/client-chart-labels.ts';
import { formatNumber } from '../../wording/format-total.ts';

interface Shown {
  readonly name: string;
  readonly sentence: string;
  readonly changes: readonly PivotEntry[];
  readonly locale: string;
}

export function sharedChart({ instrument, series, verdict }: MeasureView, shown: Shown): SharedChart {
  const { points, unplaced, ...line } = series;
  const baselineId =
    verdict.kind === 'no-scores'
      ? null
      : (verdict.kind === 'too-few-points' ? verdict.only : verdict.start).point.entryId;
  const baselineAt = points.findIndex(({ point }) => point.entryId === baselineId);
  const { range, better } = instrument;
  const model = buildChartModel({
    measures: [
      {
        instrument: { id: shown.name, shortName: shown.name, range, better, bands: [] },
        series: {
          ...line,
          points: points.map(bare),
          unplaced: unplaced.map((point, index) => barePoint(point, points.length + index, totalOf(point))),
        },
        bandOf: () => null,
        baselineEntryId: baselineAt < 0 ? null : String(baselineAt),
        corridor: null,
        cutOff: null,
      },
    ],
    axis: 'auto',
    phases: shown.changes.map(({ clientWording, occurredOn, sessionNumber }) => ({
      title: clientWording.trim(),
      from: {
        ...(occurredOn !== null && { occurredOn }),
        ...(sessionNumber !== null && { sessionNumber }),
      },
    })),
    sentence: shown.sentence,
    locale: shown.locale,
    words: clientChartLabels(points[baselineAt]?.point ?? null, shown.locale),
  });
  return plain(model);
}

/** A chart's model again; one course of therapy counts its sessions as they are. */
export const asChartModel = (chart: SharedChart, locale: string): ChartModel => ({
  ...chart,
  sessionLabelAt: (x) => formatNumber(x, locale),
});

const bare = ({ point, total }: SeriesPoint, index: number): SeriesPoint => ({
  point: barePoint(point, index, total),
  total,
  modeChanged: false,
  startsEpisode: index === 0,
});

/** Named by its place, said to be asked in one way, and of its answers only the total is left. */
const barePoint = (point: ScorePoint, index: number, total: number | null): ScorePoint => ({
  instrumentId: point.instrumentId,
  instrumentVersion: point.instrumentVersion,
  coding: point.coding,
  respondent: point.respondent,
  episode: point.episode,
  occurredOn: point.occurredOn,
  sessionNumber: point.sessionNumber,
  entryId: String(index),
  mode: 'self',
  recordedAt: '',
  outcome: total === null ? { kind: 'invalid', problems: [] } : { kind: 'scored', total, subscales: {} },
});

const totalOf = ({ outcome }: ScorePoint): number | null => ('total' in outcome ? outcome.total : null);

/** Said once and kept as words: what the stage is given can be read whole. */
function plain({ sessionLabelAt: _sessionLabelAt, series, unplaced, ...rest }: ChartModel): SharedChart {
  const [first] = series;
  const only: ChartSeries = {
    ...first,
    points: first.points.map((point) => ({ ...said(point), x: point.x })),
  };
  return {
    ...rest,
    series: [only],
    // The changes that are shown stand beneath in full.
    happenings: [],
    unplaced: unplaced.map(({ seriesName, point }) => ({ seriesName, point: said(point) })),
  };
}

const said = (point: Omit<ChartPoint, 'x'>): Omit<ChartPoint, 'x'> => ({
  entryId: point.entryId,
  value: point.value,
  episode: 1,
  mode: 'self',
  modeChanged: false,
  isBaseline: point.isBaseline,
  isLatest: point.isLatest,
  changeSinceBaseline: point.changeSinceBaseline,
  bandLabel: null,
  phase: point.phase,
  when: point.when,
  modeWord: '',
  note: null,
  spoken: point.spoken,
});
