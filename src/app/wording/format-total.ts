// The only place where a score is rounded, and only for the eye.
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import { isOnAStep } from '../../clinical/scoring/step.ts';
import { m } from '../paraglide/messages.js';
import { displayLocale } from './locale.ts';

type Steps = Pick<Instrument, 'step' | 'range'>;

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, maximumFractionDigits: number): Intl.NumberFormat {
  const key = `${locale}/${maximumFractionDigits}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { maximumFractionDigits });
  formats.set(key, made);
  return made;
}

/** Any figure that is not a total: a threshold, an SD. At most two decimals. */
export const formatNumber = (value: number, locale: string = displayLocale()): string =>
  numberFormat(locale, 2).format(value);

/** A coefficient such as a reliability, as it was given. */
export const formatCoefficient = (value: number, locale: string = displayLocale()): string =>
  numberFormat(locale, 6).format(value);

/** "95%". */
export const formatShare = (value: number, locale: string = displayLocale()): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value);

const decimalsOf = (step: number): number => String(step).split('.')[1]?.length ?? 0;

/** A total that lies on no step (a prorated one) gets one decimal more than the step has, so that it is seen to be none. */
function decimalsFor(value: number, { step, range }: Steps): number {
  if (step === 0) return 2;
  const decimals = Math.max(decimalsOf(step), decimalsOf(range.min));
  return isOnAStep(value, range.min, step) ? decimals : decimals + 1;
}

/** Integers as they are; decimals as many as the instrument's steps have (two where any decimal may occur). */
export const formatTotal = (total: number, instrument: Steps, locale: string = displayLocale()): string =>
  numberFormat(locale, decimalsFor(total, instrument)).format(total);

/** "1 point", "9 points", "6.76 points". */
export const formatPoints = (points: number, locale: string = displayLocale()): string =>
  m.wording_points({ count: points, number: formatNumber(points, locale) });

/** The size of a change between two totals, with no more decimals than the totals are shown with. */
export function formatChangeSize(
  { start, latest }: { readonly start: number; readonly latest: number },
  instrument: Steps,
  locale: string = displayLocale(),
): string {
  const decimals = Math.max(decimalsFor(start, instrument), decimalsFor(latest, instrument));
  const size = Number(Math.abs(latest - start).toFixed(decimals));
  return m.wording_points({ count: size, number: numberFormat(locale, decimals).format(size) });
}
