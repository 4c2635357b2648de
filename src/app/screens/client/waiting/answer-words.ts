import type { PromptAnswer } from '../../../../clinical/prompts/prompt.ts';
import type { DecisionEntry } from '../../../../records/entry.ts';
import { m } from '../../../paraglide/messages.js';
import { promptAnsweredWord } from '../../../wording/prompt-words.ts';
import { obstacleName } from '../../../wording/technique-words.ts';

/** "Not relevant: a fire alarm." */
export const answerWords = ({ answer, reason }: Pick<DecisionEntry, 'answer' | 'reason'>): string =>
  reason === ''
    ? promptAnsweredWord(answer)
    : m.change_answered_because({ answer: promptAnsweredWord(answer), reason });

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
