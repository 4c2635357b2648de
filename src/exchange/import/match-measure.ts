// Is a name in the file a measure that the vault knows?
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import { measureKey } from './mapping.ts';

export interface KnownMeasure {
  readonly instrument: Instrument;
  /** What earlier files called it; lets the second import of a file find the measure the first one made. */
  readonly alsoCalled: readonly string[];
}

const scoreSuffix = /[\s_.-]*(total[\s_.-]?score|sum[\s_.-]?score|total|sum|score|raw|gesamt|summe)$/i;

/** "phq9_total" → "phq9"; a name that is nothing but "total" stays. */
export const withoutScoreSuffix = (name: string): string =>
  name.trim().replace(scoreSuffix, '').trim() || name.trim();

export function matchMeasure(name: string, known: readonly KnownMeasure[]): Instrument | null {
  const keys = [measureKey(name), measureKey(withoutScoreSuffix(name))];
  const isIt = ({ instrument, alsoCalled }: KnownMeasure, key: string): boolean =>
    [instrument.id, instrument.shortName, instrument.fullName, ...alsoCalled].some(
      (called) => measureKey(called) === key,
    );
  for (const key of keys) {
    const found = known.find((measure) => isIt(measure, key));
    if (found !== undefined) return found.instrument;
  }
  return null;
}
