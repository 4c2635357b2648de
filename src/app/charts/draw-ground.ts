// What lies under the lines: bands, the corridor of measurement error, the columns of phases.
import { activeSeries, drawText, hairline, xOf, yOf, type Drawing } from './canvas.ts';
import { boxesMeet, linesMeet, textBox } from './label-boxes.ts';
import { latestLabels } from './latest-labels.ts';
import { placeLabels } from './place-labels.ts';

export function drawGround(drawing: Drawing): void {
  const { ctx } = drawing.u;
  ctx.save();
  drawBands(drawing);
  drawCorridor(drawing);
  drawColumns(drawing);
  ctx.restore();
}

function drawBands(drawing: Drawing): void {
  const { u, active, colours } = drawing;
  const { left, width } = u.bbox;
  u.ctx.fillStyle = colours.band;
  activeSeries(drawing).bands.forEach(({ min, max }, index) => {
    const top = yOf(drawing, active, max);
    if (index % 2 === 1) u.ctx.fillRect(left, top, width, yOf(drawing, active, min) - top);
  });
}

function drawCorridor(drawing: Drawing): void {
  const { u, active, colours, ratio } = drawing;
  const { corridor } = activeSeries(drawing);
  if (!corridor) return;
  const { left, width } = u.bbox;
  const from = Math.max(left, xOf(drawing, corridor.fromX));
  const to = corridor.toX === null ? left + width : Math.min(left + width, xOf(drawing, corridor.toX));
  if (to <= from) return;
  const top = yOf(drawing, active, corridor.max);
  const bottom = yOf(drawing, active, corridor.min);
  u.ctx.fillStyle = colours.corridor;
  u.ctx.fillRect(from, top, to - from, bottom - top);
  // In forced colours the fill is the page's own colour, so dotted edges carry it.
  const forced = colours.corridor === colours.paper;
  if (forced) u.ctx.setLineDash([2 * ratio, 3 * ratio]);
  hairline(drawing, [from, top], [to, top], forced ? colours.text : colours.grid);
  hairline(drawing, [from, bottom], [to, bottom], forced ? colours.text : colours.grid);
  u.ctx.setLineDash([]);
}

function drawColumns(drawing: Drawing): void {
  const { u, model, colours, ratio, family } = drawing;
  const { left, top, width, height } = u.bbox;
  const right = left + width;
  const firstX = Math.min(...model.series.map(({ points }) => points[0]?.x ?? Infinity));
  model.columns.forEach(({ title, fromX }, index) => {
    // A column that nothing comes before begins at the axis and needs no line.
    const begin = fromX <= firstX ? left : xOf(drawing, fromX) - 6 * ratio;
    const nextStart = model.columns[index + 1]?.fromX;
    const end = Math.min(right, nextStart === undefined ? right : xOf(drawing, nextStart) - 6 * ratio);
    if (end <= left || begin >= right) return;
    if (begin > left) hairline(drawing, [begin, top - 22 * ratio], [begin, top + height], colours.text);
    u.ctx.font = `600 ${14 * ratio}px ${family}`;
    const start = Math.max(begin, left) + (begin > left ? 8 * ratio : 0);
    const text = shorten(u.ctx, title, end - start - 8 * ratio);
    if (text !== '')
      drawText(drawing, text, start, top - 14 * ratio, { colour: colours.text, align: 'left', strong: true });
  });
}

function shorten(ctx: CanvasRenderingContext2D, text: string, room: number): string {
  if (ctx.measureText(text).width <= room) return text;
  for (let length = text.length - 1; length > 1; length -= 1) {
    const shorter = `${text.slice(0, length).trimEnd()}…`;
    if (ctx.measureText(shorter).width <= room) return shorter;
  }
  return '';
}

/** Names of bands and the cut-off: in the gutter on the right, or, where there is none, wherever no line runs. */
export function drawScaleLabels(drawing: Drawing): void {
  const { u, active, colours, gutter, ratio } = drawing;
  const { left, width } = u.bbox;
  const series = activeSeries(drawing);
  u.ctx.save();
  if (series.cutOff) {
    const y = yOf(drawing, active, series.cutOff.value);
    u.ctx.setLineDash([5 * ratio, 4 * ratio]);
    hairline(drawing, [left, y], [left + width + (gutter > 0 ? 6 * ratio : 0), y], colours.cutOff);
  }
  const bands = series.bands.map(({ label, min, max }) => ({
    text: label,
    y: yOf(drawing, active, (min + max) / 2),
    weight: 0,
    colour: colours.text,
  }));
  const cutOff = series.cutOff && {
    text: series.cutOff.label,
    y: yOf(drawing, active, series.cutOff.value) - (gutter > 0 ? 0 : 11 * ratio),
    weight: 1,
    colour: colours.cutOff,
  };
  for (const { text, y, colour } of placeLabels(cutOff ? [cutOff, ...bands] : bands, 17 * ratio)) {
    const x = gutter > 0 ? left + width + 10 * ratio : freePlace(drawing, text, y);
    if (x !== null) drawText(drawing, text, x, y, { colour, align: 'left', rim: rimAt(drawing, x, y) });
  }
  u.ctx.restore();
}

/** Left, right or middle of the plot, whichever no line, point or word needs; null when all do (the table has the bands). */
function freePlace(drawing: Drawing, text: string, y: number): number | null {
  const { u, ratio, family } = drawing;
  const { left, width } = u.bbox;
  u.ctx.font = `400 ${14 * ratio}px ${family}`;
  const wide = u.ctx.measureText(text).width;
  const taken = latestLabels(drawing).map(({ box }) => box);
  const starts = [left + 6 * ratio, left + width - wide - 6 * ratio, left + (width - wide) / 2];
  const isFree = (start: number): boolean => {
    const box = textBox(start - 6 * ratio, y, wide + 12 * ratio, 20 * ratio);
    return !linesMeet(drawing, box) && taken.every((other) => !boxesMeet(other, box));
  };
  return starts.find(isFree) ?? null;
}

function rimAt(drawing: Drawing, x: number, y: number): string {
  const { colours, active } = drawing;
  const { corridor, bands } = activeSeries(drawing);
  const over = ({ min, max }: { min: number; max: number }): boolean =>
    y > yOf(drawing, active, max) && y < yOf(drawing, active, min);
  if (x > drawing.u.bbox.left + drawing.u.bbox.width) return colours.paper;
  if (corridor && over(corridor) && x > xOf(drawing, corridor.fromX)) return colours.corridor;
  return bands.findIndex(over) % 2 === 1 ? colours.band : colours.paper;
}
