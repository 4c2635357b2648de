// Two measures may have one name, and one measure has versions. Wherever a name stands it says which of them is meant: an
// older version by its number, measures of one name by the day they were made.
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import { m } from '../paraglide/messages.js';
import { formatShortDay } from './format-day.ts';

/** An own measure, whether its version is the newest, and when that was made. */
export interface NamedMeasure {
  readonly instrument: Instrument;
  readonly isNewest: boolean;
  readonly madeOn: string | null;
}

/** "2" of "2.7f3a01c4". */
export const versionNumber = (version: string): string => version.split('.')[0] ?? version;

const isNamedAlike = (a: Instrument, b: Instrument): boolean => {
  const names = ({ shortName, fullName }: Instrument): string[] =>
    [shortName, fullName].map((name) => name.trim().toLocaleLowerCase());
  return names(a).some((name) => names(b).includes(name));
};

/** The same instruments, with names that differ. Only names on the screen change; ids, versions and scores do not. */
export function tellMeasuresApart(
  measures: readonly NamedMeasure[],
  published: readonly Instrument[],
): Instrument[] {
  const newest = measures.filter(({ isNewest }) => isNewest);
  return measures.map((measure) => {
    const { instrument, isNewest, madeOn } = measure;
    const others = newest.filter((other) => other.instrument.id !== instrument.id);
    const alike = others.filter((other) => isNamedAlike(other.instrument, instrument));
    const isShared = alike.length > 0 || published.some((other) => isNamedAlike(other, instrument));
    const isSameDay = alike.some((other) => other.madeOn === madeOn);
    let named = instrument;
    if (isShared && madeOn !== null)
      named = renamed(named, (name) => m.measure_name_made({ name, day: formatShortDay(madeOn) }));
    if (isShared && (madeOn === null || isSameDay))
      named = renamed(named, (name) => m.measure_name_mark({ name, mark: instrument.id.slice(-4) }));
    if (!isNewest)
      named = renamed(named, (name) =>
        m.measure_name_version({ name, version: versionNumber(instrument.version) }),
      );
    return named;
  });
}

const renamed = (instrument: Instrument, rename: (name: string) => string): Instrument => ({
  ...instrument,
  shortName: rename(instrument.shortName),
  fullName: rename(instrument.fullName),
});
