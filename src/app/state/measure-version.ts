// Versions of a measure count up. The number is what people see; behind it stands chance, so that two devices that make a
// version 2 while they do not know of each other make two versions, and no response is ever read by the wrong one.
import type { OwnMeasureDefinition } from '../../clinical/instruments/own-measure.ts';
import type { Random } from '../../records/ids.ts';

/** The number that the next version of a measure has; 1 for a new one. */
export const nextVersionNumber = (before: Pick<OwnMeasureDefinition, 'version'> | null): number =>
  before ? (Number.parseInt(before.version, 10) || 0) + 1 : 1;

/** A first version needs no chance: the measure's own id is random. */
export function newVersion(before: Pick<OwnMeasureDefinition, 'version'> | null, random: Random): string {
  const number = nextVersionNumber(before);
  const tail = Array.from(random(4), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return before ? `${number}.${tail}` : String(number);
}
