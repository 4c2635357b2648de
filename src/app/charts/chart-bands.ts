import type { Instrument } from '../../clinical/instruments/instrument.ts';
import type { ChartBand } from './chart-model.ts';

/**
 * Bands as stretches without holes: printed as "0–4, 5–9", drawn from 0 to 5 and from 5 to 10, because a prorated 4.5
 * belongs to the lower one (the same rule that names a total's band).
 */
export function chartBands({ bands, range }: Pick<Instrument, 'bands' | 'range'>): ChartBand[] {
  const ordered = [...bands].sort((a, b) => a.min - b.min);
  return ordered.map((band, index) => ({
    label: band.label,
    min: band.min,
    max: ordered[index + 1]?.min ?? range.max,
  }));
}
