// Which prompts stand open, and which are folded (CLINICAL 6): of those that do not speak of safety at most one is put forward.
import type { Prompt } from '../../../../clinical/prompts/prompt.ts';
import type { CalendarDay } from '../../../../clinical/verdict/score-point.ts';

export interface WaitingPrompts {
  /** Never held back, never folded. */
  readonly safety: readonly Prompt[];
  /** The one that is put forward. */
  readonly open: Prompt | null;
  readonly folded: readonly Prompt[];
}

/** Waits by this day. */
export const isWaiting = ({ from }: Pick<Prompt, 'from'>, today: CalendarDay): boolean =>
  from === null || from <= today;

/** @param prompts in the order in which they are put forward */
export function waitingPrompts(prompts: readonly Prompt[], today: CalendarDay): WaitingPrompts {
  const waiting = prompts.filter((prompt) => isWaiting(prompt, today));
  const [open = null, ...folded] = waiting.filter(({ kind }) => kind !== 'safety');
  return { safety: waiting.filter(({ kind }) => kind === 'safety'), open, folded };
}
