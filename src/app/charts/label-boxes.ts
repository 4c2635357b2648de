// Where words may stand on the picture without covering a line or each other. All in the canvas's own pixels.
import { scaleOf, type Drawing } from './canvas.ts';
import type { ChartPoint } from './chart-model.ts';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const boxesMeet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** A line of text of this width and height with its middle at y. */
export const textBox = (left: number, y: number, width: number, height: number): Box => ({
  left,
  right: left + width,
  top: y - height / 2,
  bottom: y + height / 2,
});

type OnLine = Pick<ChartPoint, 'x' | 'value' | 'episode'>;
const asOnLine = ({ x, value }: { x: number; value: number }): OnLine => ({ x, value, episode: 0 });

/** Does any of the lines or points run through the box? The average of others is one of them. */
export function linesMeet({ u, model }: Pick<Drawing, 'u' | 'model'>, box: Box): boolean {
  const { average } = model;
  const lines: { points: readonly OnLine[]; series: number }[] = model.series.map(({ points }, series) => ({
    points,
    series,
  }));
  const others = average ? [{ points: average.points.map(asOnLine), series: average.series }] : [];
  return [...lines, ...others].some(({ points, series }) => {
    let last: { x: number; y: number; episode: number } | null = null;
    return points.some(({ x, value, episode }) => {
      if (value === null) {
        last = null;
        return false;
      }
      const here = { x: u.valToPos(x, 'x', true), y: u.valToPos(value, scaleOf(series), true), episode };
      const from = last?.episode === episode ? last : here;
      last = here;
      return segmentMeets(from, here, box);
    });
  });
}

function segmentMeets(from: { x: number; y: number }, to: { x: number; y: number }, box: Box): boolean {
  if (to.x < box.left || from.x > box.right) return false;
  const yAt = (x: number): number =>
    to.x === from.x ? to.y : from.y + ((x - from.x) / (to.x - from.x)) * (to.y - from.y);
  const ys =
    to.x === from.x ? [from.y, to.y] : [yAt(Math.max(from.x, box.left)), yAt(Math.min(to.x, box.right))];
  return Math.min(...ys) < box.bottom && Math.max(...ys) > box.top;
}
