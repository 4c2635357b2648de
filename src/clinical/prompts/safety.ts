// P4: a raised safety answer, or the day on which a conversation said to ask again. Only a recorded conversation about risk makes
// it silent (attention/open-safety.ts): no other answer does. 'Later' lets it stand closed until the next day, and it is shown
// all the same.
import { askAgain, openSafety, safetyLineKey } from '../attention/open-safety.ts';
import { laterOn } from './decision.ts';
import type { Prompt } from './prompt.ts';
import type { PromptSource } from './prompt-source.ts';

/** What a prompt about the day to ask again is about. */
const askAgainMark = 'ask-again';

export function safetyPrompts(
  source: Pick<PromptSource, 'safety' | 'conversations' | 'decisions'>,
): Prompt[] {
  const open = openSafety(source.safety, source.conversations);
  const again = askAgain(open, source.conversations);
  return [
    ...open.map(({ line, standing, silentUntil }): Prompt => ({
      kind: 'safety',
      about: safetyLineKey(line),
      reason: { kind: 'safety', respondent: line.respondent, standing },
      value: standing.answer,
      from: silentUntil,
      closedUntil: laterOn(source.decisions, 'safety', safetyLineKey(line)),
    })),
    ...(again
      ? [
          {
            kind: 'safety' as const,
            about: askAgainMark,
            reason: { kind: 'ask-again' as const, ...again },
            value: null,
            from: again.askAgainOn,
            closedUntil: laterOn(source.decisions, 'safety', askAgainMark),
          },
        ]
      : []),
  ];
}
