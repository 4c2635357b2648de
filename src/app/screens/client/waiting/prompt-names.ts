import type { ClientState } from '../../../state/client.svelte.ts';
import type { Practice } from '../../../state/practice.svelte.ts';
import type { PromptNames } from '../../../wording/prompt-words.ts';

/** What a prompt's words need to know: the measures, and the goals that are still in the plan. */
export const promptNames = (client: ClientState, practice: Practice): PromptNames => ({
  findInstrument: practice.findInstrument,
  goalWords: (wanted) => client.carePlan.plan.goals.find(({ id }) => id === wanted)?.words ?? null,
});
