import type uPlot from 'uplot';
import { scaleOf } from './canvas.ts';
import type { ChartModel } from './chart-model.ts';
import type { View } from './zoom.ts';

/** A point by its series and its place in it. */
export interface ChosenPoint {
  readonly series: number;
  readonly index: number;
}

/** The point whose picture is nearest to the pointer, across both measures; gaps lie on the bottom line. Null if none is in view. */
export function nearestPoint(
  model: ChartModel,
  u: Pick<uPlot, 'valToPos' | 'over'>,
  view: View,
  at: { left: number; top: number },
): ChosenPoint | null {
  let nearest: ChosenPoint | null = null;
  let shortest = Infinity;
  model.series.forEach(({ points, range }, series) => {
    points.forEach(({ x, value }, index) => {
      if (x < view.from || x > view.to) return;
      const dx = u.valToPos(x, 'x') - at.left;
      const dy = u.valToPos(value ?? range.min, scaleOf(series)) - at.top;
      // Across counts more than up and down: people point at a time.
      const distance = dx * dx + dy * dy * 0.15;
      if (distance >= shortest) return;
      shortest = distance;
      nearest = { series, index };
    });
  });
  return nearest;
}

/**
 * Where an arrow key leads: left and right within a measure, Home and End to its ends, up and down to the other
 * measure's nearest point. Undefined when the key is none of these; null when there is nowhere to go.
 */
export function neighbourPoint(
  model: ChartModel,
  chosen: ChosenPoint | null,
  active: number,
  key: string,
): ChosenPoint | null | undefined {
  const series = chosen?.series ?? active;
  const last = (model.series[series]?.points.length ?? 0) - 1;
  const to = (index: number): ChosenPoint | null =>
    last < 0 ? null : { series, index: Math.min(Math.max(index, 0), last) };
  switch (key) {
    case 'ArrowLeft':
      return to(chosen ? chosen.index - 1 : last);
    case 'ArrowRight':
      return to(chosen ? chosen.index + 1 : 0);
    case 'Home':
      return to(0);
    case 'End':
      return to(last);
    case 'ArrowUp':
    case 'ArrowDown':
      return model.series.length === 2 ? acrossTo(model, 1 - series, chosen) : undefined;
    default:
      return undefined;
  }
}

function acrossTo(model: ChartModel, series: number, chosen: ChosenPoint | null): ChosenPoint | null {
  const points = model.series[series]?.points ?? [];
  const x = (chosen && model.series[chosen.series]?.points[chosen.index]?.x) ?? Infinity;
  const distances = points.map((point) => Math.abs(point.x - x));
  const index = x === Infinity ? points.length - 1 : distances.indexOf(Math.min(...distances));
  return points.length === 0 ? null : { series, index };
}
