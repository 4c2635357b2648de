// What lies on top of the lines: the points, the baseline, the marks along the bottom, the latest point in words.
import { activeSeries, drawText, isInView, xOf, yOf, type Drawing } from './canvas.ts';
import type { ChartPoint, ChartSeries } from './chart-model.ts';
import { columnMeets } from './draw-columns.ts';
import { boxesMeet, linesMeet, textBox, type Box } from './label-boxes.ts';
import { latestLabels } from './latest-labels.ts';

/** @param written where words stand already */
export function drawPoints(drawing: Drawing, written: readonly Box[]): void {
  const { ctx } = drawing.u;
  ctx.save();
  // uPlot leaves the dashes of the second line set.
  ctx.setLineDash([]);
  drawing.model.series.forEach((series, index) => {
    drawMarks(drawing, series, index);
    drawSeriesPoints(drawing, series, index);
  });
  drawBaselineWord(drawing, written);
  for (const { series, text, box, onLine } of latestLabels(drawing)) {
    if (onLine) drawPaper(drawing, box);
    const look = { colour: colourOf(drawing, series), align: 'left', size: 16, strong: true } as const;
    drawText(drawing, text, box.left, (box.top + box.bottom) / 2, look);
  }
  ctx.restore();
}

const colourOf = ({ colours }: Drawing, index: number): string =>
  index === 0 ? colours.line : colours.lineSecond;

function drawSeriesPoints(drawing: Drawing, { points }: ChartSeries, index: number): void {
  const { u, colours, ratio } = drawing;
  const shown = points.filter((point) => point.value !== null && isInView(drawing, point));
  const crowded = u.bbox.width / ratio / Math.max(shown.length, 1) < 7;
  for (const point of shown) {
    if (point.value === null || (crowded && !point.isBaseline && !point.isLatest && isOnLine(points, point)))
      continue;
    const x = xOf(drawing, point.x);
    const y = yOf(drawing, index, point.value);
    u.ctx.beginPath();
    if (index === 0) u.ctx.arc(x, y, (point.isLatest ? 5 : 3) * ratio, 0, 2 * Math.PI);
    else {
      const half = (point.isLatest ? 5 : 3) * ratio;
      u.ctx.rect(x - half, y - half, 2 * half, 2 * half);
    }
    u.ctx.fillStyle = index === 0 ? colourOf(drawing, index) : colours.paper;
    u.ctx.strokeStyle = colourOf(drawing, index);
    u.ctx.lineWidth = 1.5 * ratio;
    u.ctx.fill();
    u.ctx.stroke();
    if (point.isBaseline) {
      u.ctx.beginPath();
      u.ctx.arc(x, y, 8 * ratio, 0, 2 * Math.PI);
      u.ctx.stroke();
    }
  }
}

/** Has it a neighbour that the line runs to? One that stands alone between gaps is only seen as a dot. */
function isOnLine(points: readonly ChartPoint[], point: ChartPoint): boolean {
  const at = points.indexOf(point);
  return [points[at - 1], points[at + 1]].some(
    (other) => other?.episode === point.episode && other.value !== null,
  );
}

/** Along the bottom: a cross where a response has no total, a tick where the way of collecting changes. */
function drawMarks(drawing: Drawing, { points }: ChartSeries, index: number): void {
  const { u, colours, ratio, words } = drawing;
  const bottom = u.bbox.top + u.bbox.height;
  const crosses = points.filter(({ value }) => value === null).map(({ x }) => xOf(drawing, x));
  let free = -Infinity;
  u.ctx.strokeStyle = colourOf(drawing, index);
  u.ctx.lineWidth = 1.5 * ratio;
  for (const point of points) {
    if (!isInView(drawing, point)) continue;
    const x = xOf(drawing, point.x);
    if (point.value === null) drawCross(u.ctx, x, bottom - 8 * ratio, 4 * ratio);
    if (!point.modeChanged) continue;
    u.ctx.beginPath();
    u.ctx.moveTo(x, bottom);
    u.ctx.lineTo(x, bottom - 12 * ratio);
    u.ctx.stroke();
    const text = words.modeChanged(point.modeWord);
    u.ctx.font = `400 ${13 * ratio}px ${drawing.family}`;
    const width = u.ctx.measureText(text).width;
    const begin = x + 5 * ratio;
    const isCrossed = crosses.some((at) => at > begin - 5 * ratio && at < begin + width + 5 * ratio);
    const box = textBox(begin, bottom - 10 * ratio, width, 16 * ratio);
    if (
      index > 0 ||
      isCrossed ||
      columnMeets(drawing, box) ||
      begin < free ||
      begin + width > u.bbox.left + u.bbox.width
    )
      continue;
    drawText(drawing, text, begin, bottom - 10 * ratio, { colour: colours.text, align: 'left', size: 13 });
    free = begin + width + 8 * ratio;
    u.ctx.strokeStyle = colourOf(drawing, index);
    u.ctx.lineWidth = 1.5 * ratio;
  }
}

function drawCross(ctx: CanvasRenderingContext2D, x: number, y: number, half: number): void {
  ctx.beginPath();
  ctx.moveTo(x - half, y - half);
  ctx.lineTo(x + half, y + half);
  ctx.moveTo(x + half, y - half);
  ctx.lineTo(x - half, y + half);
  ctx.stroke();
}

function drawPaper({ u: { ctx }, colours, ratio }: Drawing, { left, right, top, bottom }: Box): void {
  ctx.globalAlpha = 0.88;
  ctx.fillStyle = colours.paper;
  ctx.fillRect(left - 4 * ratio, top, right - left + 8 * ratio, bottom - top);
  ctx.globalAlpha = 1;
}

function drawBaselineWord(drawing: Drawing, written: readonly Box[]): void {
  const { ratio, colours, words, gutter, active, u } = drawing;
  const series = activeSeries(drawing);
  const baseline = series.points.find((point) => point.isBaseline);
  if (gutter === 0 || !baseline || baseline.value === null || !isInView(drawing, baseline)) return;
  const size = { width: 64 * ratio, height: 18 * ratio };
  const y = yOf(drawing, active, baseline.value);
  const places = [-19, 19].map((offset) =>
    textBox(xOf(drawing, baseline.x) - 8 * ratio, y + offset * ratio, size.width, size.height),
  );
  const taken = [...written, ...latestLabels(drawing).map(({ box }) => box)];
  const free = places.find(
    (box) =>
      box.top > u.bbox.top &&
      !linesMeet(drawing, box) &&
      !columnMeets(drawing, box) &&
      taken.every((other) => !boxesMeet(other, box)),
  );
  if (!free) return;
  const rim = series.corridor ? colours.corridor : colours.paper;
  drawText(drawing, words.baseline, free.left, (free.top + free.bottom) / 2, {
    colour: colours.text,
    align: 'left',
    rim,
  });
}
