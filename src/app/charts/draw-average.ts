// The published average of others: a dotted line that nobody can take for the client's own.
import { drawText, xOf, yOf, type Drawing } from './canvas.ts';
import { columnMeets } from './draw-columns.ts';
import { boxesMeet, linesMeet, textBox } from './label-boxes.ts';
import { latestLabels } from './latest-labels.ts';

export function drawAverage(drawing: Drawing): void {
  const { u, model, colours, ratio } = drawing;
  const { average } = model;
  if (!average) return;
  const { left, top, width, height } = u.bbox;
  const places = average.points.map(({ x, value }) => ({
    x: xOf(drawing, x),
    y: yOf(drawing, average.series, value),
  }));
  u.ctx.save();
  u.ctx.beginPath();
  u.ctx.rect(left, top, width, height);
  u.ctx.clip();
  u.ctx.beginPath();
  places.forEach(({ x, y }, index) => (index === 0 ? u.ctx.moveTo(x, y) : u.ctx.lineTo(x, y)));
  u.ctx.setLineDash([ratio, 4 * ratio]);
  u.ctx.lineCap = 'round';
  u.ctx.lineWidth = 2 * ratio;
  u.ctx.strokeStyle = colours.text;
  u.ctx.stroke();
  u.ctx.restore();
  drawLabel(drawing, average.label, places);
}

/** Beside the line's end, above or below; nowhere if that would cover anything: the key names it as well. */
function drawLabel(
  drawing: Drawing,
  text: string,
  places: readonly { readonly x: number; readonly y: number }[],
): void {
  const { u, colours, ratio, family } = drawing;
  const { left, top, width, height } = u.bbox;
  const right = left + width;
  u.ctx.save();
  u.ctx.font = `400 ${14 * ratio}px ${family}`;
  const wide = u.ctx.measureText(text).width;
  const taken = latestLabels(drawing).map(({ box }) => box);
  const end = places.findLast(({ x }) => x <= right);
  const boxes = (end && end.x > left ? [-14, 14, -32, 32] : []).map((offset) =>
    textBox(
      Math.min(end?.x ?? 0, right - 4 * ratio) - wide,
      (end?.y ?? 0) + offset * ratio,
      wide,
      18 * ratio,
    ),
  );
  const free = boxes.find(
    (box) =>
      box.left > left &&
      box.top > top &&
      box.bottom < top + height &&
      !linesMeet(drawing, box) &&
      !columnMeets(drawing, box) &&
      taken.every((other) => !boxesMeet(other, box)),
  );
  if (free)
    drawText(drawing, text, free.left, (free.top + free.bottom) / 2, { colour: colours.text, align: 'left' });
  u.ctx.restore();
}
