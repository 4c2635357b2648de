// The words of a chart that a client looks at: those named here, and no other. What the shared chart does not have (bands, cut-off,
// error, ways of asking) is silent, so that it cannot be said by mistake, nor can what charts learn to say later.
import { m } from '../paraglide/messages.js';
import { chartLabels } from './chart-labels.ts';
import { displayLocale } from './locale.ts';
import { shortPlace, type Place } from './place-word.ts';

type ChartLabels = ReturnType<typeof chartLabels>;
/** The same words, of any making. */
type ClientChartLabels = {
  readonly [Key in keyof ChartLabels]: ChartLabels[Key] extends string ? string : ChartLabels[Key];
};

/** @param start the score that changes are counted from; null where none is */
export function clientChartLabels(
  start: Place | null = null,
  locale: string = displayLocale(),
): ClientChartLabels {
  const { session, undated, lowerIsBetter, higherIsBetter, zoomIn, zoomOut, whole, chartName, keys } =
    chartLabels();
  return {
    ...silenced(chartLabels()),
    ...{ session, undated, lowerIsBetter, higherIsBetter, zoomIn, zoomOut, whole, chartName, keys },
    baseline: m.share_client_start(),
    sinceBaseline: (change) =>
      start ? m.share_client_since({ change, place: shortPlace(start, locale) }) : change,
    // The phase has the client's own wording.
    inPhase: (phase) => phase,
    gap: m.share_client_no_score(),
    invalid: m.share_client_no_score(),
    unplaced: (count) => m.share_client_unplaced({ count }),
    columnWhen: m.share_client_column_when(),
    columnScore: m.share_client_column_score(),
    noTotal: m.share_client_no_score(),
  };
}

function silenced(labels: ChartLabels): ClientChartLabels {
  const silence = (label: unknown): unknown => {
    if (typeof label === 'function') return () => '';
    if (typeof label === 'string') return '';
    return Object.fromEntries(Object.keys(label as object).map((key) => [key, '']));
  };
  // fromEntries forgets the names; they are those of `labels`.
  return Object.fromEntries(
    Object.entries(labels).map(([key, label]) => [key, silence(label)]),
  ) as ClientChartLabels;
}
