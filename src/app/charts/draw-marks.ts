// Days that stand on the chart: an ending across it, as a dotted line; a life event along its top, as a small mark.
import { drawText, hairline, xOf, type Drawing } from './canvas.ts';
import type { ChartMark } from './chart-model.ts';
import { columnMeets } from './draw-columns.ts';
import { boxesMeet, linesMeet, textBox, type Box } from './label-boxes.ts';
import { latestLabels } from './latest-labels.ts';
import { shorten } from './shorten.ts';

const widestLabel = 180;

/** @param taken where words stand already; returns that and its own. */
export function drawMarks(drawing: Drawing, taken: readonly Box[]): Box[] {
  const { u, model, ratio } = drawing;
  const { left, top, width, height } = u.bbox;
  const marks = model.marks.filter(({ x }) => xOf(drawing, x) >= left && xOf(drawing, x) <= left + width);
  u.ctx.save();
  for (const { kind, x } of marks) {
    const at = xOf(drawing, x);
    if (kind === 'life-event') drawLifeEvent(drawing, at);
    else {
      u.ctx.setLineDash([2 * ratio, 3 * ratio]);
      hairline(drawing, [at, top], [at, top + height], drawing.colours.text);
      u.ctx.setLineDash([]);
    }
  }
  const latest = latestLabels(drawing).map(({ box }) => box);
  const boxes = [...taken];
  // The ending's word first: it is always written.
  for (const mark of [...marks].sort((a) => (a.kind === 'ending' ? -1 : 1))) {
    const box = drawLabel(drawing, mark, [...boxes, ...latest], marks);
    if (box) boxes.push(box);
  }
  u.ctx.restore();
  return boxes;
}

/** A small triangle that hangs from the top edge, its tip on the day. */
function drawLifeEvent({ u, colours, ratio }: Drawing, at: number): void {
  const { top } = u.bbox;
  const { ctx } = u;
  ctx.beginPath();
  ctx.moveTo(at - 5 * ratio, top);
  ctx.lineTo(at + 5 * ratio, top);
  ctx.lineTo(at, top + 9 * ratio);
  ctx.closePath();
  ctx.fillStyle = colours.paper;
  ctx.strokeStyle = colours.text;
  ctx.lineWidth = 1.5 * ratio;
  ctx.fill();
  ctx.stroke();
}

/** Beside the mark, in one of two rows; a life event's words only where they cover nothing (the list under the chart has them). */
function drawLabel(
  drawing: Drawing,
  { kind, title, x }: ChartMark,
  taken: readonly Box[],
  marks: readonly ChartMark[],
): Box | null {
  const { u, colours, ratio, family } = drawing;
  const { left, top, width } = u.bbox;
  const size = kind === 'ending' ? 14 : 13;
  u.ctx.font = `400 ${size * ratio}px ${family}`;
  const widthOf = (text: string): number => u.ctx.measureText(text).width;
  const at = xOf(drawing, x);
  const text = kind === 'ending' ? title : shorten(title, widestLabel * ratio, widthOf);
  const wide = widthOf(text);
  const gap = (kind === 'ending' ? 6 : 9) * ratio;
  const boxes = [12, 30].flatMap((row) =>
    [at + gap, at - gap - wide].map((start) => textBox(start, top + row * ratio, wide, 18 * ratio)),
  );
  const inside = (box: Box): boolean => box.left >= left && box.right <= left + width;
  const isFree = (box: Box): boolean =>
    inside(box) &&
    !linesMeet(drawing, box) &&
    !columnMeets(drawing, box) &&
    !marks.some((other) => other.x !== x && isAcross(xOf(drawing, other.x), box, 6 * ratio)) &&
    taken.every((other) => !boxesMeet(other, box));
  const place = boxes.find(isFree) ?? (kind === 'ending' ? (boxes.find(inside) ?? boxes[0]) : undefined);
  if (!place || text === '') return null;
  const look = { colour: colours.text, align: 'left', size } as const;
  drawText(drawing, text, place.left, (place.top + place.bottom) / 2, look);
  return place;
}

const isAcross = (x: number, { left, right }: Box, edge: number): boolean =>
  x > left - edge && x < right + edge;
