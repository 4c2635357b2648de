import type { PromptAnswer } from '../../../../clinical/prompts/prompt.ts';
import type { DecisionEntry } from '../../../../records/entry.ts';
import { m } from '../../../paraglide/messages.js';
import { obstacleName } from '../../../wording/technique-words.ts';

const answers: Readonly<Record<PromptAnswer, () => string>> = {
  looked: m.change_answered_looked,
  discussed: m.change_answered_discussed,
  changed: m.change_answered_changed,
  later: m.change_answered_later,
  'not-relevant': m.change_answered_not_relevant,
};

/** "Not relevant: a fire alarm." */
export const answerWords = ({ answer, reason }: Pick<DecisionEntry, 'answer' | 'reason'>): string =>
  reason === '' ? answers[answer]() : m.change_answered_because({ answer: answers[answer](), reason });

/** "In the way: homework, attendance."; null where nothing was named. */
export const obstacleWords = (
  { obstacles }: Pick<DecisionEntry, 'obstacles'>,
  locale: string,
): string | null =>
  obstacles.length === 0
    ? null
    : m.change_answered_obstacles({
        obstacles: new Intl.ListFormat(locale).format(obstacles.map(obstacleName)),
      });

const said: Readonly<Record<Exclude<PromptAnswer, 'changed'>, () => string>> = {
  looked: m.change_answered_said_looked,
  discussed: m.change_answered_said_discussed,
  later: m.change_answered_said_later,
  'not-relevant': m.change_answered_said_not_relevant,
};

/** What is said when it was kept; a change says itself. */
export const answerSaid = (answer: Exclude<PromptAnswer, 'changed'>): string => said[answer]();
