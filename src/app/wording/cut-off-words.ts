// Where totals lie against the cut-off in use, said so that it is true of the number itself: a 10 is "at" a cut-off of 10.
import type { Better, CutOff, Instrument } from '../../clinical/instruments/instrument.ts';
import { sideOfCutOff } from '../../clinical/change/side-of-cut-off.ts';
import { m } from '../paraglide/messages.js';
import { formatNumber } from './format-total.ts';
import { displayLocale } from './locale.ts';

/** "below the cut-off of 10", "at the cut-off of 10, which counts as clinical". */
export function sideWord(
  total: number,
  cutOff: Pick<CutOff, 'value' | 'inclusive'>,
  locale: string = displayLocale(),
): string {
  const value = formatNumber(cutOff.value, locale);
  if (total < cutOff.value) return m.wording_below_cut_off({ value });
  if (total > cutOff.value) return m.wording_above_cut_off({ value });
  return cutOff.inclusive ? m.wording_at_cut_off({ value }) : m.wording_on_the_line({ value });
}

/** Where the recovery crossed: whose cut-off it is, unless it is the therapist's own and so has no other name. */
export function sourcedPosition(
  journey: Journey,
  { origin }: Pick<Instrument, 'origin'>,
  locale: string = displayLocale(),
): string {
  const position = positionWord(journey, locale);
  if (origin === 'own') return position;
  return m.wording_sourced({ position, source: journey.cutOff.source.label });
}

/** The functional side by its name: "below the cut-off of 10" where lower is better. */
export function functionalSideWord(cutOff: CutOff, better: Better, locale: string = displayLocale()): string {
  const value = formatNumber(cutOff.value, locale);
  return better === 'lower' ? m.wording_below_cut_off({ value }) : m.wording_above_cut_off({ value });
}

export interface Journey {
  readonly start: number;
  readonly latest: number;
  readonly cutOff: CutOff;
  readonly better: Better;
}

/** "and still above …" on the same side of the number, "and now below …" across the cut-off, else "and at …". */
export function positionWord(journey: Journey, locale: string = displayLocale()): string {
  const side = sideWord(journey.latest, journey.cutOff, locale);
  if (crosses(journey)) return m.wording_and_now({ side });
  return isSameRelation(journey) ? m.wording_and_still({ side }) : m.wording_and({ side });
}

/** The same beside a change within the error: crossing the cut-off does not make it more. */
export function positionWithinError(journey: Journey, locale: string = displayLocale()): string {
  return crosses(journey)
    ? m.wording_though_now({ side: sideWord(journey.latest, journey.cutOff, locale) })
    : positionWord(journey, locale);
}

function crosses({ start, latest, cutOff, better }: Journey): boolean {
  return sideOfCutOff(start, cutOff, better) !== sideOfCutOff(latest, cutOff, better);
}

const isSameRelation = ({ start, latest, cutOff }: Journey): boolean =>
  Math.sign(start - cutOff.value) === Math.sign(latest - cutOff.value);
