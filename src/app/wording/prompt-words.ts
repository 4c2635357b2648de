// Prompts in words: what was found, by which rule, from which numbers, from which source, what it does not say, and what to do
// (CLINICAL 6). Calm; nobody is ever called safe.
import type { Source } from '../../clinical/instruments/instrument.ts';
import type { Prompt, PromptAnswer, PromptKind } from '../../clinical/prompts/prompt.ts';
import { m } from '../paraglide/messages.js';
import { displayLocale } from './locale.ts';
import { promptGrounds } from './prompt-grounds.ts';
import type { PromptNames } from './prompt-names.ts';
import { promptSentence } from './prompt-sentence.ts';

export type { PromptNames } from './prompt-names.ts';

export interface PromptWords {
  /** "Worse", "Safety answer": two or three words. */
  readonly title: string;
  /** One plain sentence with the numbers; it is kept with the answer. */
  readonly sentence: string;
  /** What to do, in one or two sentences. */
  readonly next: string;
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

/** Of all of a kind, for lists and choices. */
export const promptTitle = (kind: PromptKind): string => titles[kind]();

const nextSteps: Readonly<Record<PromptKind, () => string>> = {
  safety: m.prompts_next_safety,
  worse: m.prompts_next_worse,
  'early-check': m.prompts_next_early_check,
  'missed-measures': m.prompts_next_missed_measures,
  'check-out-dropped': m.prompts_next_check_out_dropped,
  'goal-flat': m.prompts_next_goal_flat,
  'target-met': m.prompts_next_target_met,
};

export const promptWords = (
  prompt: Prompt,
  names: PromptNames,
  locale: string = displayLocale(),
): PromptWords => ({
  title: titleOf(prompt),
  sentence: promptSentence(prompt, names, locale),
  next: nextSteps[prompt.kind](),
  ...promptGrounds(prompt, names, locale),
});

function titleOf({ kind, reason }: Prompt): string {
  if (reason.kind === 'ask-again') return m.prompts_title_ask_again();
  return reason.kind === 'worse' && reason.than === 'best' ? m.prompts_title_lost_gain() : promptTitle(kind);
}

const answered: Readonly<Record<PromptAnswer, () => string>> = {
  looked: m.prompts_answered_looked,
  discussed: m.prompts_answered_discussed,
  changed: m.prompts_answered_changed,
  later: m.prompts_answered_later,
  'not-relevant': m.prompts_answered_not_relevant,
};

/** What was answered, in a list of what happened. */
export const promptAnsweredWord = (answer: PromptAnswer): string => answered[answer]();
