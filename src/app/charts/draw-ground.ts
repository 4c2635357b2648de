// What lies under the lines: bands, the corridor of measurement error, the columns of time.
import { activeSeries, drawText, hairline, xOf, yOf, type Drawing } from './canvas.ts';
import { columnMeets, drawColumns } from './draw-columns.ts';
import { boxesMeet, linesMeet, textBox, type Box } from './label-boxes.ts';
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

/** Names of bands and the cut-off: in the gutter on the right, or, where there is none, wherever no line runs. Returns where. */
export function drawScaleLabels(drawing: Drawing): Box[] {
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
  const boxes: Box[] = [];
  for (const { text, y, colour } of placeLabels(cutOff ? [cutOff, ...bands] : bands, 17 * ratio)) {
    const x = gutter > 0 ? left + width + 10 * ratio : freePlace(drawing, text, y);
    if (x === null) continue;
    drawText(drawing, text, x, y, { colour, align: 'left', rim: rimAt(drawing, x, y) });
    boxes.push(textBox(x, y, u.ctx.measureText(text).width, 18 * ratio));
  }
  u.ctx.restore();
  return boxes;
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
    return (
      !linesMeet(drawing, box) && !columnMeets(drawing, box) && taken.every((other) => !boxesMeet(other, box))
    );
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
