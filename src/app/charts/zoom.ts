import type { ChartModel } from './chart-model.ts';

/** A stretch of the time line, in days or sessions. */
export interface View {
  readonly from: number;
  readonly to: number;
}

/** Every x that the whole picture must hold, rising: a phase without a score yet has room for its title. */
export function placesToShow({ series, marks, columns, average }: ChartModel): number[] {
  const begins = columns.filter(({ kind }) => kind === 'change').map(({ fromX }) => fromX);
  const xs = [...series.flatMap(({ points }) => points), ...marks, ...(average?.points ?? [])].map(
    ({ x }) => x,
  );
  const all = [...xs, ...begins].sort((a, b) => a - b);
  const [first = 0, last = 0] = [all[0], all.at(-1)];
  return begins.includes(last) ? [...all, last + (last - first) * 0.2] : all;
}

/** The whole line with a little air, and half a step to each side of a single point. */
export function wholeView(xs: readonly number[]): View {
  const first = xs[0] ?? 0;
  const last = xs.at(-1) ?? 0;
  const air = Math.max((last - first) * 0.03, first === last ? 0.5 : 0.3);
  return { from: first - air, to: last + air };
}

/** A factor below 1 comes closer, around `centre`; kept inside `whole` and not below `smallest` wide. */
export function zoomBy(view: View, factor: number, centre: number, whole: View, smallest: number): View {
  const width = Math.min(Math.max((view.to - view.from) * factor, smallest), whole.to - whole.from);
  const share = (centre - view.from) / (view.to - view.from);
  return inside({ from: centre - width * share, to: centre + width * (1 - share) }, whole);
}

/** Moves the view, without changing its width, just so far that x is in it. */
export function reveal(view: View, x: number, whole: View): View {
  const width = view.to - view.from;
  if (x < view.from) return inside({ from: x - width * 0.1, to: x + width * 0.9 }, whole);
  if (x > view.to) return inside({ from: x - width * 0.9, to: x + width * 0.1 }, whole);
  return view;
}

export const isWhole = (view: View, whole: View): boolean =>
  view.to - view.from >= (whole.to - whole.from) * 0.999;

function inside({ from, to }: View, whole: View): View {
  const width = Math.min(to - from, whole.to - whole.from);
  const start = Math.min(Math.max(from, whole.from), whole.to - width);
  return { from: start, to: start + width };
}
