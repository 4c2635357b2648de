// What the first screen needs of one client: everything that does not change with the day.
import type { Prompt } from '../../clinical/prompts/prompt.ts';
import type { FindInstrument } from '../../records/score-points.ts';
import { promptsOfClient, type PromptsFrom } from './prompt-source.ts';

export interface TodayFacts {
  /** Every prompt that waits or will (`from`), in the order in which they are put forward. */
  readonly prompts: readonly Prompt[];
}

export const todayFacts = (source: PromptsFrom, find: FindInstrument): TodayFacts => ({
  prompts: promptsOfClient(source, find),
});
