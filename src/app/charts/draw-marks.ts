// Days that stand across the chart: an ending, as a dotted line with its word beside it.
import { drawText, hairline, xOf, type Drawing } from './canvas.ts';

export function drawMarks(drawing: Drawing): void {
  const { u, model, colours, ratio, family } = drawing;
  const { left, top, width, height } = u.bbox;
  u.ctx.save();
  for (const { title, x } of model.marks) {
    const at = xOf(drawing, x);
    if (at < left || at > left + width) continue;
    u.ctx.setLineDash([2 * ratio, 3 * ratio]);
    hairline(drawing, [at, top], [at, top + height], colours.text);
    u.ctx.setLineDash([]);
    u.ctx.font = `400 ${14 * ratio}px ${family}`;
    const fits = at + u.ctx.measureText(title).width + 8 * ratio < left + width;
    const start = fits ? at + 6 * ratio : at - 6 * ratio;
    drawText(drawing, title, start, top + 12 * ratio, {
      colour: colours.text,
      align: fits ? 'left' : 'right',
    });
  }
  u.ctx.restore();
}
