import type uPlot from 'uplot';
import type { ChartColours } from './chart-colours.ts';
import type { ChartModel, ChartPoint, ChartSeries } from './chart-model.ts';
import type { ChartWords } from './chart-words.ts';

/** What every drawing step gets. uPlot's canvas counts in device pixels, so each length in CSS pixels is times `ratio`. */
export interface Drawing {
  readonly u: uPlot;
  readonly model: ChartModel;
  readonly words: ChartWords;
  readonly locale: string;
  readonly colours: ChartColours;
  readonly family: string;
  readonly ratio: number;
  /** Which series' bands, cut-off and corridor are drawn. */
  readonly active: number;
  /** Pixels to the right of the plot kept for labels, 0 when they stand inside. */
  readonly gutter: number;
}

export const scaleOf = (index: number): 'y' | 'y2' => (index === 0 ? 'y' : 'y2');

export const xOf = ({ u }: Drawing, x: number): number => u.valToPos(x, 'x', true);

export const yOf = ({ u }: Drawing, series: number, value: number): number =>
  u.valToPos(value, scaleOf(series), true);

export const activeSeries = ({ model, active }: Drawing): ChartSeries =>
  model.series[active] ?? model.series[0];

/** Is the point's place inside what is zoomed to? */
export function isInView({ u }: Drawing, { x }: ChartPoint): boolean {
  const { min, max } = u.scales['x'] ?? {};
  return min !== undefined && max !== undefined && x >= min && x <= max;
}

/** Text in CSS pixels with a rim of paper, so that a line behind it does not strike it through. */
export function drawText(
  { u: { ctx }, colours, family, ratio }: Drawing,
  text: string,
  x: number,
  y: number,
  look: { colour: string; align: CanvasTextAlign; size?: number; strong?: boolean; rim?: string },
): void {
  ctx.font = `${look.strong ? 600 : 400} ${(look.size ?? 14) * ratio}px ${family}`;
  ctx.textAlign = look.align;
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3 * ratio;
  ctx.strokeStyle = look.rim ?? colours.paper;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = look.colour;
  ctx.fillText(text, x, y);
}

export function hairline(
  { u: { ctx }, ratio }: Drawing,
  from: [number, number],
  to: [number, number],
  colour: string,
): void {
  ctx.beginPath();
  ctx.lineWidth = ratio;
  ctx.strokeStyle = colour;
  ctx.moveTo(Math.round(from[0]) + 0.5, Math.round(from[1]) + 0.5);
  ctx.lineTo(Math.round(to[0]) + 0.5, Math.round(to[1]) + 0.5);
  ctx.stroke();
}
