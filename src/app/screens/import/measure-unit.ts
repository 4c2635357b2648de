import type { Instrument } from '../../../clinical/instruments/instrument.ts';
import { rawFactor } from '../../../clinical/scoring/raw-factor.ts';
import { m } from '../../paraglide/messages.js';
import { formatCoefficient } from '../../wording/format-total.ts';

/** "Totals from 0 to 100, in steps of 4: the raw sum × 4." */
export function unitWords(instrument: Instrument): string {
  const { range, step } = instrument;
  const words = { min: formatCoefficient(range.min), max: formatCoefficient(range.max) };
  if (step === 0) return m.import_measure_range_any(words);
  const stepped = { ...words, step: formatCoefficient(step) };
  const factor = rawFactor(instrument);
  if (factor === 1) return m.import_measure_range(stepped);
  return m.import_measure_range_scaled({ ...stepped, factor: formatCoefficient(factor) });
}

/** What totals of a scaled measure may be in a file. */
export function totalsChoices(
  instrument: Instrument,
): { readonly value: 'raw' | 'scaled'; readonly label: string }[] {
  const { min, max } = instrument.range;
  const factor = rawFactor(instrument);
  const words = (by: number) => ({
    min: formatCoefficient(min / by),
    max: formatCoefficient(max / by),
    factor: formatCoefficient(factor),
  });
  return [
    { value: 'scaled', label: m.import_totals_scaled(words(1)) },
    { value: 'raw', label: m.import_totals_raw(words(factor)) },
  ];
}
