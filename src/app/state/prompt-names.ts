// What prompts call their measures here: the practice's own among them.
import type { PromptNames } from '../wording/prompt-names.ts';
import type { Practice } from './practice.svelte.ts';

export const promptNames = (practice: Pick<Practice, 'findInstrument' | 'instruments'>): PromptNames => ({
  findInstrument: (id, version) =>
    version === null
      ? (practice.instruments.find((instrument) => instrument.id === id) ?? null)
      : practice.findInstrument(id, version),
});
