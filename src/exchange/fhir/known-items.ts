// What Soundings already knows of an item, by its LOINC code: that it asks about safety, that it is in no total, and
// what its answers are worth.
import type { Instrument, Item } from '../../clinical/instruments/instrument.ts';
import type { FhirCoding, FhirItem, FhirQuestionnaire } from './questionnaire-schema.ts';
import { walkItems } from './item-tree.ts';

const loincSystem = 'http://loinc.org';
const loincPattern = /^\d{1,7}-\d$/;

/** Public files leave the system out as often as not. */
export const loincOf = (code: readonly FhirCoding[]): string | null =>
  code.find(
    ({ system, code: one }) => (system ?? loincSystem) === loincSystem && loincPattern.test(one ?? ''),
  )?.code ?? null;

export interface KnownItem {
  readonly instrument: Instrument;
  readonly item: Item;
}

export function knownItem({ code }: FhirItem, known: readonly Instrument[]): KnownItem | null {
  const loinc = loincOf(code);
  if (loinc === null) return null;
  for (const instrument of known) {
    const item = instrument.items.find((one) => one.loinc === loinc);
    if (item) return { instrument, item };
  }
  return null;
}

/** Is this the total of an instrument that is known here? Then it is no question. */
export const isKnownTotal = ({ code }: FhirItem, known: readonly Instrument[]): boolean => {
  const loinc = loincOf(code);
  return loinc !== null && known.some((instrument) => instrument.loinc?.total === loinc);
};

/** The instrument that a questionnaire is a copy of: by the code of the whole, or because every scored item of it is there. */
export function builtInOf(
  { code, item }: Pick<FhirQuestionnaire, 'code' | 'item'>,
  known: readonly Instrument[],
): Instrument | null {
  const panel = loincOf(code);
  const present = new Set([...walkItems(item)].map((placed) => loincOf(placed.item.code)));
  const isWhole = ({ items }: Instrument): boolean => {
    const scored = items.filter(({ unscored }) => !unscored);
    return scored.length > 0 && scored.every(({ loinc }) => loinc !== undefined && present.has(loinc));
  };
  const hasPanel = ({ loinc }: Instrument): boolean => panel !== null && loinc?.panel === panel;
  return known.find(hasPanel) ?? largest(known.filter(isWhole));
}

/** A PHQ-9 holds every item of a PHQ-2 as well. */
const largest = (instruments: readonly Instrument[]): Instrument | null =>
  instruments.reduce<Instrument | null>(
    (most, one) => (most && most.items.length >= one.items.length ? most : one),
    null,
  );
