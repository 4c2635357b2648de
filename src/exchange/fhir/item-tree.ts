// The items of a questionnaire as one walk. Depth is bounded before anything gets here (read-resource.ts).
import type { FhirItem } from './questionnaire-schema.ts';

export interface PlacedItem {
  readonly item: FhirItem;
  /** "item[2].item[0]". */
  readonly where: string;
}

/** An item before its children, in the order of the file. */
export function* walkItems(items: readonly FhirItem[], path = 'item'): Generator<PlacedItem> {
  for (const [index, item] of items.entries()) {
    const where = `${path}[${index}]`;
    yield { item, where };
    yield* walkItems(item.item, `${where}.item`);
  }
}

/** What people see of an item; its name in the file where it has no text. */
export const titleOf = ({ text, linkId }: FhirItem): string => text?.trim() || linkId;
