// The practice's own labels for marks, in the directory: flat fields, so that two devices that add one each keep both. One that was
// put away keeps its name, because marks were written with it.
import type * as Y from 'yjs';
import type { MarkId } from '../clinical/marks/mark.ts';
import { readFields, writeFields } from './flat-fields.ts';
import { newPlainId, type Random } from './ids.ts';

const marksOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('markLabels');

export type OwnMarkId = Extract<MarkId, `own-${string}`>;

export interface MarkLabel {
  readonly id: OwnMarkId;
  readonly label: string;
  /** Not offered any more. */
  readonly isHidden: boolean;
}

export const newMarkId = (random: Random): OwnMarkId => `own-${newPlainId(random)}`;

/** In the order in which they were put. */
export const readMarkLabels = (doc: Y.Doc): MarkLabel[] =>
  [...readFields(marksOf(doc))]
    .filter(([id, { label }]) => id.startsWith('own-') && typeof label === 'string')
    .sort(([a, { place: x }], [b, { place: y }]) => Number(x ?? 0) - Number(y ?? 0) || (a < b ? -1 : 1))
    .map(([id, { label, hidden }]) => ({
      // The filter has seen how it begins.
      id: id as OwnMarkId,
      label: String(label),
      isHidden: hidden === true,
    }));

export const writeMarkLabel = (
  doc: Y.Doc,
  { id, isHidden, ...fields }: Pick<MarkLabel, 'id'> & Partial<MarkLabel> & { readonly place?: number },
): void => writeFields(marksOf(doc), id, { ...fields, ...(isHidden !== undefined && { hidden: isHidden }) });
