// Does the loop close? Counted on the fly over the last weeks. Laws: nothing is weighed and nothing is compared with a target; the
// result goes to the screen of the therapist and nowhere else (CLINICAL 6).
import { addDays } from '../../clinical/calendar/days.ts';
import { promptAnswers, type PromptAnswer } from '../../clinical/prompts/prompt.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import { unpackDay, type LoopFacts } from './loop-facts.ts';

export interface LoopOf {
  readonly decisions: readonly { readonly on: CalendarDay; readonly answer: PromptAnswer }[];
  readonly loop: LoopFacts;
}

export interface LoopCounts {
  readonly sessions: number;
  /** Of those, the ones with a measure answered on their day. */
  readonly measured: number;
  readonly answered: number;
  readonly answers: Readonly<Record<PromptAnswer, number>>;
  readonly riskConversations: number;
  readonly pivots: number;
  /** Looks that fell due, or were taken before they did. */
  readonly looks: number;
  /** Of those, the ones that were taken by now. */
  readonly looked: number;
}

/** The day itself and the weeks before it: 4 weeks are 28 days. */
export function loopCounts(clients: readonly LoopOf[], today: CalendarDay, weeks: number): LoopCounts {
  const before = addDays(today, -7 * weeks);
  const isIn = (day: CalendarDay): boolean => day > before && day <= today;
  const count = (days: readonly CalendarDay[]): number => days.filter(isIn).length;
  const sessions = clients.flatMap(({ loop }) => loop.sessions).filter((day) => isIn(unpackDay(day)));
  const given = clients.flatMap(({ decisions }) => decisions).filter(({ on }) => isIn(on));
  const looks = clients
    .flatMap(({ loop }) => loop.looks)
    .filter(({ dueOn, doneOn }) => isIn(doneOn !== null && doneOn < dueOn ? doneOn : dueOn));
  return {
    sessions: sessions.length,
    measured: sessions.filter((day) => day > 0).length,
    answered: given.length,
    // Every answer has its key.
    answers: Object.fromEntries(
      promptAnswers.map((answer) => [answer, given.filter((one) => one.answer === answer).length]),
    ) as Record<PromptAnswer, number>,
    riskConversations: count(clients.flatMap(({ loop }) => loop.riskConversations)),
    pivots: count(clients.flatMap(({ loop }) => loop.pivots)),
    looks: looks.length,
    looked: looks.filter(({ doneOn }) => doneOn !== null && doneOn <= today).length,
  };
}
