// Where words may stand on the picture without covering a line or each other. All in the canvas's own pixels.
import { scaleOf, type Drawing } from './canvas.ts';

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

/** Does any of the lines or points run through the box? */
export function linesMeet({ u, model }: Pick<Drawing, 'u' | 'model'>, box: Box): boolean {
  return model.series.some(({ points }, series) => {
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
