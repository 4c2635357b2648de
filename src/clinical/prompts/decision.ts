// What was answered to a prompt before. Laws: of two answers to one prompt the one written later counts, whatever the order in
// which devices heard of them; 'later' is an answer for a day; an answer whose reason has gone since is simply of no use.
import { addDays } from '../calendar/days.ts';
import { compareText } from '../episodes/compare-in-time.ts';
import { latestOf } from '../schedule/planned-course.ts';
import type { CalendarDay } from '../verdict/score-point.ts';
import type { PromptAnswer, PromptKind } from './prompt.ts';

export interface Decision {
  readonly id: string;
  readonly prompt: PromptKind;
  readonly about: string;
  readonly answer: PromptAnswer;
  readonly occurredOn: CalendarDay;
  /** UTC instant. */
  readonly recordedAt: string;
  readonly value: number | null;
}

/** Answers to prompts about one subject, with what in particular each was given on. */
export interface Answered {
  /** The mark behind the subject: a response, a checkpoint, a run; one answer for each. */
  readonly settled: readonly (Decision & { readonly mark: string })[];
  /** The day after the last 'later'; null: none. */
  readonly laterUntil: CalendarDay | null;
}

/** `about` of a prompt: its subject, then what in particular. Ids and numbers only, never a word of a language. */
export const aboutOf = (subject: readonly string[], mark: string): string => [...subject, mark].join('/');

export function answeredOn(
  decisions: readonly Decision[],
  kind: PromptKind,
  subject: readonly string[],
): Answered {
  const start = aboutOf(subject, '');
  const own = decisions.filter(({ prompt, about }) => prompt === kind && about.startsWith(start));
  const last = new Map<string, Decision>();
  for (const decision of [...own].sort(byWriting)) last.set(decision.about.slice(start.length), decision);
  const counting = [...last].map(([mark, decision]) => ({ ...decision, mark }));
  return {
    settled: counting.filter(({ answer }) => answer !== 'later'),
    laterUntil: latestOf(
      counting.map(({ answer, occurredOn }) => (answer === 'later' ? addDays(occurredOn, 1) : null)),
    ),
  };
}

/** When 'later' was the last word on exactly this prompt, the day after it. */
export function laterOn(decisions: readonly Decision[], kind: PromptKind, about: string): CalendarDay | null {
  const own = decisions.filter((decision) => decision.prompt === kind && decision.about === about);
  const last = own.sort(byWriting).at(-1);
  return last?.answer === 'later' ? addDays(last.occurredOn, 1) : null;
}

const byWriting = (a: Decision, b: Decision): number =>
  compareText(a.recordedAt, b.recordedAt) || compareText(a.id, b.id);
