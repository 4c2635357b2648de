// A time to guess in words: nobody reads 3.2e9 years.
import { m } from '../../paraglide/messages.js';
import { displayLocale } from '../../wording/locale.ts';

const hoursPerYear = 24 * 365.25;

/** The estimator's assumption (sync/vault), for sentences that are shown before it is loaded. */
export const guessesPerSecond = 10_000;

/** Expected years to guess a passphrase drawn evenly: half of all possibilities. */
export const yearsForBits = (bits: number): number =>
  2 ** (bits - 1) / guessesPerSecond / 3600 / hoursPerYear;

/** "about 3 hours", "about 1,200 years", "more than a million years". `years` is an expected time. */
export function guessingTime(years: number): string {
  const hours = years * hoursPerYear;
  if (hours < 1) return m.vault_time_moment();
  if (years > 1e6) return m.vault_time_for_ever();
  if (hours < 48) return inUnits(hours, 'hour');
  if (hours < 60 * 24) return inUnits(hours / 24, 'day');
  return years < 2 ? inUnits(years * 12, 'month') : inUnits(years, 'year');
}

function inUnits(count: number, unit: 'hour' | 'day' | 'month' | 'year'): string {
  // Whole numbers of two figures: such an estimate carries no more.
  const time = new Intl.NumberFormat(displayLocale(), {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumSignificantDigits: 2,
  }).format(Math.round(count));
  return m.vault_time_about({ time });
}
