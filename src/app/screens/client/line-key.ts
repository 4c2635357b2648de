import type { MeasureView } from '../../state/client-chart.ts';
import { measureName } from '../../wording/words.ts';

/** Tells the lines of one client apart: measure, version, coding and respondent (CLINICAL 1.7). */
export const lineKey = ({ series }: MeasureView): string =>
  [series.instrumentId, series.instrumentVersion, series.coding, series.respondent].join('/');

export const lineName = ({ instrument, series }: MeasureView): string =>
  measureName(instrument.shortName, series.respondent);
