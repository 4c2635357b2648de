// Which prompts are put in front of the therapist on a day (CLINICAL 6). Laws: P4 is always shown; of all the others at most one
// is put forward in a session, and none once one was answered on that day ('later' is an answer); the rest is folded.
import { addDays } from '../calendar/days.ts';
import type { CalendarDay } from '../verdict/score-point.ts';
import type { Prompt, PromptAnswer, PromptKind } from './prompt.ts';

export interface PutForward {
  /** All that wait; those that stand closed until another day come last. */
  readonly safety: readonly Prompt[];
  readonly first: Prompt | null;
  readonly folded: readonly Prompt[];
}

/** As much of an answer as the rest of the app looks at. */
export interface AnswerGiven {
  readonly on: CalendarDay;
  readonly prompt: PromptKind;
  readonly answer: PromptAnswer;
}

/** These have days of their own: a planned one, or one to ask again. What puts the others off is a 'later', for a day. */
const withDaysOfTheirOwn: ReadonlySet<PromptKind> = new Set(['safety', 'missed-measures']);

/** A 'later' of a day that has not come was said while the clock was wrong: it puts nothing off. */
export const waitsOn = ({ kind, from }: Prompt, today: CalendarDay): boolean =>
  from === null || from <= today || (from > addDays(today, 1) && !withDaysOfTheirOwn.has(kind));

/** P4, and it may be drawn closed: 'later' was said today. */
export const standsClosed = ({ closedUntil }: Prompt, today: CalendarDay): boolean =>
  closedUntil !== null && closedUntil > today;

/**
 * @param prompts in the order in which they are put forward
 * @param lastAnsweredOn the last day on which one apart from P4 was answered; null: none was
 */
export function putForward(
  prompts: readonly Prompt[],
  lastAnsweredOn: CalendarDay | null,
  today: CalendarDay,
): PutForward {
  const waiting = prompts.filter((prompt) => waitsOn(prompt, today));
  const safety = waiting.filter(({ kind }) => kind === 'safety');
  const others = waiting.filter(({ kind }) => kind !== 'safety');
  const isClosed = (prompt: Prompt): boolean => standsClosed(prompt, today);
  const first = lastAnsweredOn === today ? null : (others[0] ?? null);
  return {
    safety: [...safety.filter((prompt) => !isClosed(prompt)), ...safety.filter(isClosed)],
    first,
    folded: first ? others.slice(1) : others,
  };
}

/** By today: an answer of a day to come says nothing of today. A conversation about safety does not use up the day's one prompt. */
export const lastAnswered = (answers: readonly AnswerGiven[], today: CalendarDay): CalendarDay | null =>
  answers.reduce<CalendarDay | null>(
    (last, { on, prompt }) =>
      prompt !== 'safety' && on <= today && (last === null || on > last) ? on : last,
    null,
  );
