// Prompts in words: what was found, by which rule, from which numbers, from which source, and what it does not say (CLINICAL 6).
import type { Instrument, Source } from '../../clinical/instruments/instrument.ts';
import type { GoalId } from '../../clinical/goals/goal.ts';
import type { Prompt, PromptKind } from '../../clinical/prompts/prompt.ts';
import { m } from '../paraglide/messages.js';

export interface PromptNames {
  readonly findInstrument: (id: string, version: string) => Instrument | null;
  /** Null: the goal was removed. */
  readonly goalWords: (id: GoalId) => string | null;
}

export interface PromptWords {
  /** "Worse", "Safety answer": two or three words. */
  readonly title: string;
  /** One plain sentence with the numbers; it is kept with the answer. */
  readonly sentence: string;
  readonly rule: string;
  readonly sources: readonly Source[];
  readonly limits: readonly string[];
}

const titles: Readonly<Record<PromptKind, () => string>> = {
  safety: m.prompts_kind_safety,
  worse: m.prompts_kind_worse,
  'early-check': m.prompts_kind_early_check,
  'missed-measures': m.prompts_kind_missed_measures,
  'check-out-dropped': m.prompts_kind_check_out_dropped,
  'goal-flat': m.prompts_kind_goal_flat,
  'target-met': m.prompts_kind_target_met,
};

export const promptTitle = (kind: PromptKind): string => titles[kind]();

export function promptWords(prompt: Prompt, _names: PromptNames, _locale: string): PromptWords {
  return { title: promptTitle(prompt.kind), sentence: '', rule: '', sources: [], limits: [] };
}
