import type { Instrument } from '../../clinical/instruments/instrument.ts';

export interface AskedQuestionnaire {
  readonly instrument: Instrument;
  readonly firstIndex: number;
}

export function askedInOrder(instruments: readonly Instrument[]): AskedQuestionnaire[] {
  let firstIndex = 0;
  return instruments.map((instrument) => {
    const asked = { instrument, firstIndex };
    firstIndex += instrument.items.length;
    return asked;
  });
}
