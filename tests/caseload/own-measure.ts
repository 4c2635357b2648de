import type { OwnMeasureDefinition } from '../../src/clinical/instruments/own-measure.ts';

/** A score-only measure as a therapist might define one: a range and a direction, and nothing known of its error. */
export const ownSleepMeasure: OwnMeasureDefinition = {
  id: 'own-00000000000000000000000000e5a301',
  version: '1',
  name: 'Example: how rested, 0 to 10',
  shortName: 'Rested',
  measures: 'how rested',
  range: { min: 0, max: 10 },
  step: 1,
  better: 'higher',
};
