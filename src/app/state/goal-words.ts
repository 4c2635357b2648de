import type { GoalId } from '../../clinical/goals/goal.ts';
import { wordsOfGoal } from '../../records/plan.ts';
import type { ClientState } from './client.svelte.ts';

/** The words of a goal, also of one that was removed since; null where it was never known here. */
export const goalWordsOf =
  (client: Pick<ClientState, 'read'>) =>
  (id: GoalId): string | null =>
    client.read((doc) => wordsOfGoal(doc, id));
