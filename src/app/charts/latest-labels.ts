import { isInView, xOf, yOf, type Drawing } from './canvas.ts';
import type { ChartSeries } from './chart-model.ts';
import { boxesMeet, linesMeet, textBox, type Box } from './label-boxes.ts';
import { numberFormat } from './number-format.ts';

export interface LatestLabel {
  readonly series: number;
  readonly text: string;
  readonly box: Box;
  /** A line runs through it all the same, so it needs paper under it. */
  readonly onLine: boolean;
}

/** The latest point of each measure in words, beside it, on the side that the line does not come from where there is room. */
export function latestLabels(drawing: Drawing): LatestLabel[] {
  const labels: LatestLabel[] = [];
  const byWeight = drawing.model.series.map((series, index) => ({ series, index }));
  for (const { series, index } of byWeight.sort((a) => (a.index === drawing.active ? -1 : 1))) {
    const label = latestLabel(drawing, series, index, labels);
    if (label) labels.push(label);
  }
  return labels;
}

function latestLabel(
  drawing: Drawing,
  series: ChartSeries,
  index: number,
  taken: readonly LatestLabel[],
): LatestLabel | null {
  const { u, ratio, family, model, locale, active } = drawing;
  const latest = series.points.findLast((point) => point.isLatest);
  if (!latest || latest.value === null || !isInView(drawing, latest)) return null;
  const number = numberFormat(locale).format(latest.value);
  const words = active === index && latest.bandLabel !== null ? `${number} · ${latest.bandLabel}` : number;
  const text = model.series.length === 2 ? `${series.name} ${words}` : words;

  u.ctx.font = `600 ${16 * ratio}px ${family}`;
  const width = u.ctx.measureText(text).width;
  const { left, top, width: plotWidth, height } = u.bbox;
  const start = Math.max(
    left + 2 * ratio,
    Math.min(xOf(drawing, latest.x) - width / 2, left + plotWidth - width - 2 * ratio),
  );
  const y = yOf(drawing, index, latest.value);
  const boxAt = (offset: number): Box => textBox(start, y + offset * ratio, width, 20 * ratio);
  const before =
    series.points.findLast(({ value, x }) => value !== null && x < latest.x)?.value ?? latest.value;
  const sides = (before <= latest.value ? [-18, 20] : [20, -18]).map(boxAt);
  const fits = (box: Box): boolean =>
    box.top > top &&
    box.bottom < top + height - 16 * ratio &&
    taken.every((other) => !boxesMeet(other.box, box));
  const clear = sides.find((box) => fits(box) && !linesMeet(drawing, box));
  const box = clear ?? sides.find(fits) ?? sides.find((side) => side.top > top) ?? sides[0];
  return box ? { series: index, text, box, onLine: box !== clear } : null;
}
