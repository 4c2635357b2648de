import type { ChartPoint } from './chart-model.ts';

export interface AlignedPoints {
  /** Rising, one per row; two scores of one day in one series make two rows. */
  readonly xs: number[];
  /** Per series and row: a total, null for a gap, undefined where this series has no score. */
  readonly columns: (number | null | undefined)[][];
  /** Per series and row: which of its points stands there, or -1. */
  readonly indices: number[][];
}

/** Brings the points of one or two series into the one table of rows that uPlot draws from. */
export function alignSeries(series: readonly { readonly points: readonly ChartPoint[] }[]): AlignedPoints {
  const rows: { x: number; at: number[] }[] = [];
  const next = series.map(() => 0);
  for (;;) {
    const x = Math.min(...series.map(({ points }, s) => points[next[s] ?? 0]?.x ?? Infinity));
    if (x === Infinity) break;
    const at = series.map(({ points }, s) => {
      const index = next[s] ?? 0;
      if (points[index]?.x !== x) return -1;
      next[s] = index + 1;
      return index;
    });
    rows.push({ x, at });
  }
  return {
    xs: rows.map(({ x }) => x),
    columns: series.map(({ points }, s) => rows.map(({ at }) => points[at[s] ?? -1]?.value)),
    indices: series.map((_, s) => rows.map(({ at }) => at[s] ?? -1)),
  };
}
