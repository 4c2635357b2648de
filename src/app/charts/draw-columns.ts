// The columns of time: a line where a course or a phase begins, and its title above the picture.
import { drawText, hairline, xOf, type Drawing } from './canvas.ts';
import type { ChartColumn } from './chart-model.ts';
import type { Box } from './label-boxes.ts';
import { shorten } from './shorten.ts';

export function drawColumns(drawing: Drawing): void {
  const { u, model, colours, ratio, family, gutter } = drawing;
  const { left, top, width, height } = u.bbox;
  const right = left + width;
  const begins = columnLines(drawing);
  const last = model.columns.length - 1;
  const edge = (gutter || 12) * ratio;
  u.ctx.font = `600 ${14 * ratio}px ${family}`;
  model.columns.forEach(({ title }, index) => {
    const begin = begins[index] ?? left;
    // The last title may run on above the labels, or above the paper's edge.
    const end = Math.min(right, begins[index + 1] ?? Infinity) + (index === last ? edge : -8 * ratio);
    if (end < left || begin > right) return;
    if (begin > left) hairline(drawing, [begin, top - 22 * ratio], [begin, top + height], colours.text);
    const start = Math.max(begin, left) + (begin > left ? 8 * ratio : 0);
    const text = shorten(title, end - start, (each) => u.ctx.measureText(each).width);
    if (text !== '')
      drawText(drawing, text, start, top - 14 * ratio, { colour: colours.text, align: 'left', strong: true });
  });
}

// Every label asks where the lines stand, and each drawing is asked many times.
const linesByDrawing = new WeakMap<Drawing, readonly number[]>();

/** Where the line of each column stands, in the canvas's own pixels; one that nothing comes before needs none. */
function columnLines(drawing: Drawing): readonly number[] {
  const known = linesByDrawing.get(drawing);
  if (known) return known;
  const lines = measureLines(drawing);
  linesByDrawing.set(drawing, lines);
  return lines;
}

function measureLines(drawing: Drawing): number[] {
  const { model, ratio, u } = drawing;
  const firstX = Math.min(...model.series.map(({ points }) => points[0]?.x ?? Infinity));
  return model.columns.map((column) => {
    if (column.fromX <= firstX) return u.bbox.left;
    return column.kind === 'change' ? changeLine(drawing, column) : xOf(drawing, column.fromX) - 6 * ratio;
  });
}

/**
 * Just behind the day of the change, and clear of that day's dot as far as the next score leaves room: it stays in the nearer
 * half of the way there.
 */
function changeLine(drawing: Drawing, { fromX }: ChartColumn): number {
  const { model, ratio } = drawing;
  const at = xOf(drawing, fromX);
  const next = Math.min(
    ...model.series.map(({ points }) => points.find(({ x }) => x > fromX)?.x ?? Infinity),
  );
  const clear = xOf(drawing, fromX - 0.5) + 7 * ratio;
  return Math.max(at, next === Infinity ? clear : Math.min(clear, (at + xOf(drawing, next)) / 2));
}

/** Does the line of a column run through the box? */
export const columnMeets = (drawing: Drawing, { left, right }: Box): boolean =>
  columnLines(drawing).some((x) => x > drawing.u.bbox.left && x > left && x < right);
