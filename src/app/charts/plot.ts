// The one place that drives uPlot. It keeps scales, axes, lines and the pointer; what gives the lines their meaning is
// drawn by draw-ground.ts and draw-points.ts in its hooks.
import uPlot from 'uplot';
import { alignSeries } from './align-series.ts';
import { sessionTicks, valueTicks } from './axis-ticks.ts';
import { scaleOf, type Drawing } from './canvas.ts';
import type { ChartColours } from './chart-colours.ts';
import type { ChartModel } from './chart-model.ts';
import type { ChartWords } from './chart-words.ts';
import { dateTickLabels, dateTicks } from './date-ticks.ts';
import { drawAverage } from './draw-average.ts';
import { drawGround, drawScaleLabels } from './draw-ground.ts';
import { drawMarks } from './draw-marks.ts';
import { drawPoints } from './draw-points.ts';
import type { Box } from './label-boxes.ts';
import { numberFormat } from './number-format.ts';
import type { View } from './zoom.ts';

export interface PlotState {
  readonly colours: ChartColours;
  readonly family: string;
  /** Whose bands, cut-off and corridor are drawn. */
  readonly active: number;
  readonly view: View;
}

export interface PlotEvents {
  /** The pointer stands at these CSS pixels of the plotting area; null when it has left. */
  readonly onpointer: (at: { left: number; top: number } | null) => void;
  /** A stretch was drawn out with the pointer. */
  readonly onselect: (view: View) => void;
  /** A double click: show everything. */
  readonly onwhole: () => void;
}

export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

const widestLabel = 150;
const roomForGutter = 620;

/** Draws a model into `host`. `state()` is read at every drawing; after it changes call `u.redraw()` or `u.setScale`. */
export function createPlot(
  host: HTMLElement,
  size: PlotSize,
  { model, words, locale }: { model: ChartModel; words: ChartWords; locale: string },
  state: () => PlotState,
  events: PlotEvents,
): uPlot {
  const rows = alignSeries(model.series);
  const labels = model.series.length === 1 ? labelWidth(host, model, state()) : 0;
  const gutterAt = (width: number): number => (width >= roomForGutter ? labels : 0);
  const drawing = (u: uPlot): Drawing => {
    const { colours, family, active } = state();
    return {
      u,
      model,
      words,
      locale,
      colours,
      family,
      active,
      ratio: uPlot.pxRatio,
      gutter: gutterAt(u.width),
    };
  };
  let written: readonly Box[] = [];
  const text = (): string => state().colours.text;
  const grid = (): string => state().colours.grid;
  const font = `14px ${state().family}`;

  const valueAxis = (index: number): uPlot.Axis => ({
    scale: scaleOf(index),
    // uPlot.Axis.Side is a const enum of a declaration file, which one file at a time cannot read: 3 is left, 1 right.
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
    side: index === 0 ? 3 : 1,
    size: 46,
    gap: 6,
    font,
    stroke: text,
    grid: { show: index === 0, stroke: grid, width: 1 },
    ticks: { show: false },
    splits: (u) =>
      valueTicks(
        model.series[index]?.range ?? { min: 0, max: 1 },
        Math.max(2, Math.floor(u.bbox.height / uPlot.pxRatio / 44)),
      ),
    values: (_, splits) => splits.map((value) => numberFormat(locale).format(value)),
  });

  return new uPlot(
    {
      ...size,
      legend: { show: false },
      padding: [
        model.columns.length > 0 ? 34 : 14,
        (u) => gutterAt(u.width) || (model.series.length === 2 ? 0 : 14),
        0,
        0,
      ],
      scales: {
        x: { time: false, range: () => [state().view.from, state().view.to] },
        ...Object.fromEntries(
          model.series.map(({ range }, index) => [
            scaleOf(index),
            { range: () => [range.min, range.max] as [number, number] },
          ]),
        ),
      },
      axes: [
        {
          font,
          stroke: text,
          size: model.axis === 'date' ? 52 : 34,
          gap: 8,
          lineGap: 1.3,
          grid: { show: false },
          ticks: { show: true, stroke: grid, width: 1, size: 5 },
          border: { show: true, stroke: grid, width: 1 },
          ...timeAxis(model, locale),
        },
        ...model.series.map((_, index) => valueAxis(index)),
      ],
      series: [
        {},
        ...model.series.map((series, index): uPlot.Series => ({
          label: series.name,
          scale: scaleOf(index),
          stroke: () => (index === 0 ? state().colours.line : state().colours.lineSecond),
          width: 1.75,
          ...(index === 1 ? { dash: [6, 3] } : {}),
          points: { show: false },
          paths: (u) => ({ stroke: linePath(u, model, index), fill: null, clip: null, flags: 0 }),
        })),
      ],
      cursor: {
        x: false,
        y: false,
        points: { show: false },
        drag: { x: true, y: false, setScale: false, dist: 8 },
        bind: { dblclick: () => () => (events.onwhole(), null) },
      },
      hooks: {
        drawClear: [(u) => drawGround(drawing(u))],
        drawAxes: [
          (u) => {
            const now = drawing(u);
            drawAverage(now);
            written = drawMarks(now, drawScaleLabels(now));
          },
        ],
        draw: [(u) => drawPoints(drawing(u), written)],
        setCursor: [
          ({ cursor: { left = -1, top = -1 } }) => events.onpointer(left < 0 ? null : { left, top }),
        ],
        setSelect: [
          (u) => {
            const { left, width } = u.select;
            if (width === 0) return;
            u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
            events.onselect({ from: u.posToVal(left, 'x'), to: u.posToVal(left + width, 'x') });
          },
        ],
      },
    },
    [rows.xs, ...rows.columns],
    host,
  );
}

function timeAxis(model: ChartModel, locale: string): Pick<uPlot.Axis, 'splits' | 'values'> {
  const room = (u: uPlot): number =>
    Math.max(2, Math.floor(u.bbox.width / uPlot.pxRatio / (model.axis === 'date' ? 72 : 44)));
  if (model.axis === 'session') {
    return {
      splits: (u, _axis, from, to) => sessionTicks(from, to, room(u)),
      values: (_, splits) => splits.map((x) => model.sessionLabelAt(x)),
    };
  }
  return {
    splits: (u, _axis, from, to) => [...dateTicks(from, to, room(u)).days],
    values: (u, splits) => {
      const { from, to } = { from: splits[0] ?? 0, to: splits.at(-1) ?? 0 };
      const { unit } = dateTicks(u.scales['x']?.min ?? from, u.scales['x']?.max ?? to, room(u));
      return dateTickLabels({ days: splits, unit }, locale);
    },
  };
}

/** Straight from point to point; lifted at every gap and between courses of therapy. */
function linePath(u: uPlot, model: ChartModel, index: number): Path2D {
  const path = new Path2D();
  let lastEpisode: number | null = null;
  for (const { x, value, episode } of model.series[index]?.points ?? []) {
    if (value === null) {
      lastEpisode = null;
      continue;
    }
    const to: [number, number] = [u.valToPos(x, 'x', true), u.valToPos(value, scaleOf(index), true)];
    if (lastEpisode === episode) path.lineTo(...to);
    else path.moveTo(...to);
    lastEpisode = episode;
  }
  return path;
}

/** How wide the gutter must be for the longest name of a band, in CSS pixels. */
function labelWidth(host: HTMLElement, { series: [first] }: ChartModel, { family }: PlotState): number {
  const ctx = host.ownerDocument.createElement('canvas').getContext('2d');
  if (!ctx) return 0;
  ctx.font = `14px ${family}`;
  const labels = [...first.bands.map(({ label }) => label), ...(first.cutOff ? [first.cutOff.label] : [])];
  const widest = Math.max(0, ...labels.map((label) => ctx.measureText(label).width));
  return widest === 0 ? 0 : Math.min(widestLabel, widest + 14);
}
