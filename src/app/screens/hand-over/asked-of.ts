import type { Instrument } from '../../../clinical/instruments/instrument.ts';
import type { AskedQuestionnaire } from '../../checkin/questions.ts';

/** Null where this version does not know one of them any more: then nothing is asked in its place. */
export function askedOf(
  asked: readonly { readonly id: string; readonly version: string }[],
  known: readonly Instrument[],
): AskedQuestionnaire[] | null {
  const found: AskedQuestionnaire[] = [];
  let firstIndex = 0;
  for (const { id, version } of asked) {
    const instrument = known.find((one) => one.id === id && one.version === version);
    if (!instrument) return null;
    found.push({ instrument, firstIndex });
    firstIndex += instrument.items.length;
  }
  return found;
}
