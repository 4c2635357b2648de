// Marks by name: ours, and the practice's own.
import { isBuiltInMark, type BuiltInMark, type MarkId } from '../../clinical/marks/mark.ts';
import { m } from '../paraglide/messages.js';

const names: Readonly<Record<BuiltInMark, () => string>> = {
  insight: m.capture_mark_insight,
  avoidance: m.capture_mark_avoidance,
  rupture: m.capture_mark_rupture,
  homework: m.capture_mark_homework,
  risk: m.capture_mark_risk,
};

/** @param own the practice's own labels, also those put away; one that has not arrived here yet is only "own mark" */
export const markName = (
  id: MarkId,
  own: readonly { readonly id: string; readonly label: string }[],
): string =>
  isBuiltInMark(id) ? names[id]() : (own.find((mark) => mark.id === id)?.label ?? m.capture_mark_unknown());
