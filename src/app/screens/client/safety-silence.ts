// Which safety answers still ask for a conversation, and which were talked about. Law: an answer is only taken for talked about
// where a conversation is recorded and no prompt waits for it (CLINICAL 6, P4); whatever is in doubt asks.
import type { Prompt } from '../../../clinical/prompts/prompt.ts';
import { putForward } from '../../../clinical/prompts/put-forward.ts';
import type { CalendarDay } from '../../../clinical/verdict/score-point.ts';
import { measureName } from '../../wording/words.ts';
import type { SafetyNote } from './safety-notes.ts';

export interface SafetySplit {
  readonly asking: readonly SafetyNote[];
  readonly talkedAbout: readonly SafetyNote[];
  /** Nothing was raised: what is past, and what is not known. */
  readonly known: readonly SafetyNote[];
  /** Prompts about safety that no answer on the page says: the day to ask again has come. */
  readonly others: readonly Prompt[];
}

export function splitSafety(
  notes: readonly SafetyNote[],
  prompts: readonly Prompt[],
  wasTalkedAbout: boolean,
  today: CalendarDay,
): SafetySplit {
  const waiting = putForward(prompts, null, today).safety;
  const isOf = (note: SafetyNote, { reason }: Prompt): boolean =>
    reason.kind === 'safety' && measureName(reason.standing.measure, reason.respondent) === note.measure;
  // What was just added to an earlier day has no facts of its own: it does not stand, and is said as it is.
  const isTalkedAbout = (note: SafetyNote): boolean =>
    wasTalkedAbout && note.facts.length > 0 && !waiting.some((prompt) => isOf(note, prompt));
  const raised = notes.filter(({ isRaised }) => isRaised);
  return {
    asking: raised.filter((note) => !isTalkedAbout(note)),
    talkedAbout: raised.filter(isTalkedAbout),
    known: notes.filter(({ isRaised }) => !isRaised),
    others: waiting.filter((prompt) => !raised.some((note) => note.facts.length > 0 && isOf(note, prompt))),
  };
}
