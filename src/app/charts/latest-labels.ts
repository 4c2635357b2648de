import { isInView, xOf, yOf, type Drawing } from './canvas.ts';
import type { ChartSeries } from './chart-model.ts';
import { columnMeets } from './draw-columns.ts';
import { boxesMeet, linesMeet, textBox, type Box } from './label-boxes.ts';
import { numberFormat } from './number-format.ts';

export interface LatestLabel {
  readonly series: number;
  readonly text: string;
  readonly box: Box;
  /** A line runs through it all the same, so it needs paper under it. */
  readonly onLine: boolean;
}

/**
 * The latest point of each measure in words, beside it, on the side that the line does not come from where there is room. Where the
 * words would cover other points, the number alone stands there: the line under the chart has the words.
 */
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
  const texts = model.series.length === 2 ? [`${series.name} ${words}`, number] : [words, number];

  u.ctx.font = `600 ${16 * ratio}px ${family}`;
  const { left, top, width: plotWidth, height } = u.bbox;
  const x = xOf(drawing, latest.x);
  const y = yOf(drawing, index, latest.value);
  // Its middle over the point or, where the line of a phase stands close by, its end.
  const boxesAt = (text: string, offset: number): Box[] => {
    const width = u.ctx.measureText(text).width;
    const inside = (start: number): number =>
      Math.max(left + 2 * ratio, Math.min(start, left + plotWidth - width - 2 * ratio));
    return [x - width / 2, x - width + 5 * ratio].map((start) =>
      textBox(inside(start), y + offset * ratio, width, 20 * ratio),
    );
  };
  const before =
    series.points.findLast(({ value, x }) => value !== null && x < latest.x)?.value ?? latest.value;
  const offsets = before <= latest.value ? [-18, 20] : [20, -18];
  const places = texts.flatMap((text) =>
    offsets.flatMap((offset) => boxesAt(text, offset).map((box) => ({ text, box }))),
  );
  const fits = (box: Box): boolean =>
    box.top > top &&
    box.bottom < top + height - 16 * ratio &&
    taken.every((other) => !boxesMeet(other.box, box));
  const clear = places.find(({ box }) => fits(box) && !linesMeet(drawing, box) && !columnMeets(drawing, box));
  // None is clear: the shortest covers least.
  const shortest = places.slice(-2 * offsets.length);
  const place =
    clear ??
    shortest.find(({ box }) => fits(box)) ??
    shortest.find(({ box }) => box.top > top) ??
    shortest[0];
  return place ? { series: index, ...place, onLine: place !== clear } : null;
}
