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

/**
 * The instrument that a questionnaire is a copy of: by the code of the whole, or because every scored item of it is there and
 * none of another instrument. Five items of the PHQ-9 are no PHQ-2, though both of its items are among them.
 */
export function builtInOf(
  { code, item }: Pick<FhirQuestionnaire, 'code' | 'item'>,
  known: readonly Instrument[],
): Instrument | null {
  const panel = loincOf(code);
  const hasPanel = ({ loinc }: Instrument): boolean => panel !== null && loinc?.panel === panel;
  const codes = new Set([...walkItems(item)].map((placed) => loincOf(placed.item.code)));
  const present = new Set([...codes].filter((one) => known.some(({ items }) => hasItem(items, one))));
  const isCopied = ({ items }: Instrument): boolean => {
    const scored = items.filter(({ unscored }) => !unscored);
    return (
      scored.length > 0 &&
      scored.every(({ loinc }) => loinc !== undefined && present.has(loinc)) &&
      [...present].every((one) => hasItem(items, one))
    );
  };
  return known.find(hasPanel) ?? known.find(isCopied) ?? null;
}

const hasItem = (items: readonly Item[], loincCode: string | null): boolean =>
  loincCode !== null && items.some(({ loinc }) => loinc === loincCode);
