// Opening the form of a change of course with something in it, without taking what was begun there before.
import type { ClientState } from './client.svelte.ts';
import { draftOf, keepDraft } from './drafts.ts';
import { readPivotDraft, type PivotDraft } from './pivot-draft.ts';

/** Something that would be missed. */
export const isBegunPivot = (draft: PivotDraft): boolean =>
  draft.obstacles.length > 0 ||
  [draft.inTheWay, draft.label ?? '', draft.clientWording].some((words) => words.trim() !== '') ||
  [draft.to, draft.answering, draft.reviewing, draft.replaces].some((choice) => choice !== null);

/** What was begun and not finished; null where there is nothing. */
export function begunPivot(client: Pick<ClientState, 'read'>): PivotDraft | null {
  const kept = draftOf(client, 'pivot');
  const draft = kept && readPivotDraft(kept);
  return draft && isBegunPivot(draft) ? draft : null;
}

/** 'other-begun': another one is begun, and was left as it is. */
export async function beginPivot(
  client: Pick<ClientState, 'read' | 'edit'>,
  draft: PivotDraft,
): Promise<'begun' | 'other-begun'> {
  const begun = begunPivot(client);
  if (begun && JSON.stringify(reasonOf(begun)) !== JSON.stringify(reasonOf(draft))) return 'other-begun';
  // The same one again: what is new is what is in the way.
  const { obstacles, inTheWay } = draft;
  await keepDraft(
    client,
    'pivot',
    begun ? { ...begun, obstacles, inTheWay: inTheWay || begun.inTheWay } : draft,
  );
  return 'begun';
}

const reasonOf = ({ answering, reviewing, replaces }: PivotDraft) => ({
  prompt: answering?.prompt,
  about: answering?.about,
  pivotId: reviewing?.pivotId,
  replaces,
});
