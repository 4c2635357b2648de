// The practice's own marks, each change with what takes it back.
import { mostOwnMarks } from '../../clinical/marks/mark.ts';
import {
  newMarkId,
  readMarkLabels,
  writeMarkLabel,
  type MarkLabel,
  type OwnMarkId,
} from '../../records/mark-labels.ts';
import type { UndoFor } from './entry-changes.ts';
import type { Practice } from './practice.svelte.ts';
import { random } from './random.ts';

type Editor = Pick<Practice, 'edit' | 'read'>;
type Undo = UndoFor<Editor>;

/** Also those that are not offered any more. */
export const markLabels = (practice: Pick<Practice, 'read'>): readonly MarkLabel[] =>
  practice.read(readMarkLabels) ?? [];

export const offeredMarks = (practice: Pick<Practice, 'read'>): readonly MarkLabel[] =>
  markLabels(practice)
    .filter(({ isHidden }) => !isHidden)
    .slice(0, mostOwnMarks);

export async function addMarkLabel(practice: Editor, label: string): Promise<Undo> {
  const id = newMarkId(random);
  const place = markLabels(practice).length;
  await practice.edit((doc) => writeMarkLabel(doc, { id, label, isHidden: false, place }));
  return (later) => later.edit((doc) => writeMarkLabel(doc, { id, isHidden: true }));
}

export async function changeMarkLabel(
  practice: Editor,
  id: OwnMarkId,
  change: Partial<Pick<MarkLabel, 'label' | 'isHidden'>>,
): Promise<Undo> {
  const before = markLabels(practice).find((mark) => mark.id === id);
  await practice.edit((doc) => writeMarkLabel(doc, { id, ...change }));
  return async (later) => {
    if (before) await later.edit((doc) => writeMarkLabel(doc, before));
  };
}
