import type { Range } from '../../clinical/instruments/instrument.ts';

export interface SparklinePath {
  /** SVG path data; lifted at every null. */
  readonly line: string;
  /** Points without a neighbour, which a line cannot show. */
  readonly alone: readonly { readonly x: number; readonly y: number }[];
  readonly last: { readonly x: number; readonly y: number } | null;
}

/** A course as a path in a box of CSS pixels, evenly spaced, over the measure's whole range; `edge` stays free all around. */
export function sparklinePath(
  values: readonly (number | null)[],
  { min, max }: Range,
  { width, height, edge }: { width: number; height: number; edge: number },
): SparklinePath {
  const round = (value: number): number => Math.round(value * 10) / 10;
  const place = (value: number, index: number) => ({
    x: round(edge + (values.length < 2 ? 0.5 : index / (values.length - 1)) * (width - 2 * edge)),
    y: round(height - edge - ((value - min) / (max - min)) * (height - 2 * edge)),
  });
  const dots = values.map((value, index) => (value === null ? null : place(value, index)));
  const line = dots.map((dot, i) => (dot ? `${dots[i - 1] ? 'L' : 'M'}${dot.x} ${dot.y}` : '')).join('');
  const alone = dots.filter((dot, i) => dot !== null && !dots[i - 1] && !dots[i + 1]);
  return {
    line,
    alone: alone.filter((dot) => dot !== null),
    last: dots.findLast((dot) => dot !== null) ?? null,
  };
}
