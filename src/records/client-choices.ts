// What the therapist chose for one client beside the record itself: prompts that are switched off, parts left out of the view for
// sharing, and forms that were begun and not finished (so that a lock or a crash does not take them).
import type * as Y from 'yjs';
import { switchablePrompts, type SwitchablePrompt } from '../clinical/prompts/prompt.ts';

const promptsOffOf = (doc: Y.Doc): Y.Map<boolean> => doc.getMap<boolean>('promptsOff');
const sharePartsOf = (doc: Y.Doc): Y.Map<boolean> => doc.getMap<boolean>('shareParts');
const draftsOf = (doc: Y.Doc): Y.Map<object> => doc.getMap<object>('drafts');

export const readPromptsOff = (doc: Y.Doc): ReadonlySet<SwitchablePrompt> =>
  new Set(switchablePrompts.filter((kind) => promptsOffOf(doc).get(kind) === true));

export const switchPrompt = (doc: Y.Doc, kind: SwitchablePrompt, isOn: boolean): void => {
  promptsOffOf(doc).set(kind, !isOn);
};

/** By the part's own key (state/share-view); a part that nothing was chosen for is absent. */
export const readShareParts = (doc: Y.Doc): ReadonlyMap<string, boolean> => new Map(sharePartsOf(doc));

export const writeSharePart = (doc: Y.Doc, part: string, isShown: boolean): void => {
  sharePartsOf(doc).set(part, isShown);
};

export type DraftKind = 'risk-conversation' | 'pivot' | `read-aloud/${string}`;

/** As the form of this version wrote it; null: nothing was begun. The form checks its shape. */
export const readDraft = (doc: Y.Doc, kind: DraftKind): object | null => draftsOf(doc).get(kind) ?? null;

export function writeDraft(doc: Y.Doc, kind: DraftKind, draft: object | null): void {
  if (draft !== null) draftsOf(doc).set(kind, draft);
  else if (draftsOf(doc).has(kind)) draftsOf(doc).delete(kind);
}
