import type { Band, Instrument, Subscale } from '../instruments/instrument.ts';

/**
 * The band a total lies in: the highest one whose lower end it has reached, so that a prorated 10.5 between "0–10" and
 * "11–14" is still in the lower one. Null where the instrument has no bands or the total is out of its range.
 */
export function bandOf({ bands, range }: Pick<Instrument, 'bands' | 'range'>, total: number): Band | null {
  if (!(total >= range.min && total <= range.max)) return null;
  return bands
    .filter((band) => band.min <= total)
    .reduce<Band | null>((highest, band) => (highest && highest.min > band.min ? highest : band), null);
}

/** The band of a scale's total; null where the scale has none. Its bands cover its range, so they say where that ends. */
export function subscaleBandOf({ bands = [] }: Subscale, total: number): Band | null {
  const range = { min: bands[0]?.min ?? NaN, max: bands.at(-1)?.max ?? NaN };
  return bandOf({ bands, range }, total);
}
