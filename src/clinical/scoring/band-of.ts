import type { Band, Instrument } from '../instruments/instrument.ts';

/**
 * The band a total lies in: the highest one whose lower end it has reached, so that a prorated 10.5 between "0–10" and
 * "11–14" is still in the lower one. Null where the instrument has no bands or the total is out of its range.
 */
export function bandOf({ bands, range }: Instrument, total: number): Band | null {
  if (!(total >= range.min && total <= range.max)) return null;
  return bands
    .filter((band) => band.min <= total)
    .reduce<Band | null>((highest, band) => (highest && highest.min > band.min ? highest : band), null);
}
