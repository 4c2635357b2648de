// Answering a prompt. An answer is an entry that keeps what was seen, because a later correction may take its reason away.
import type { Obstacle } from '../../clinical/change-of-course/obstacles.ts';
import type { Prompt, PromptAnswer } from '../../clinical/prompts/prompt.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import type { DecisionEntry, EntryId } from '../../records/entry.ts';
import type { ClientState } from './client.svelte.ts';
import { newEntry } from './new-entry.ts';

/** Which prompt is answered, and what it said. */
export interface Answering {
  readonly prompt: Prompt['kind'];
  readonly about: string;
  /** Its sentence. */
  readonly seen: string;
  readonly value: number | null;
}

export const answering = ({ kind, about, value }: Prompt, seen: string): Answering => ({
  ...{ prompt: kind, about, seen, value },
});

export interface Answer {
  readonly answer: PromptAnswer;
  /** Why it is not relevant, or a word about it; may be empty. */
  readonly reason: string;
  readonly obstacles: readonly Obstacle[];
}

/** These two ask what is in the way (CLINICAL 6). */
export const asksWhatIsInTheWay = (kind: Prompt['kind']): boolean =>
  kind === 'worse' || kind === 'early-check';

export const decisionFrom = (
  client: Pick<ClientState, 'record' | 'chart' | 'runningSession'>,
  { prompt, about, seen, value }: Answering,
  { answer, reason, obstacles }: Answer,
  today: CalendarDay,
): DecisionEntry => ({
  ...newEntry(client, today),
  ...{ kind: 'decision', prompt, about, seen, value, answer, obstacles },
  reason: reason.trim(),
});

export async function answerPrompt(
  client: ClientState,
  about: Answering,
  answer: Answer,
  today: CalendarDay,
): Promise<EntryId> {
  const entry = decisionFrom(client, about, answer, today);
  await client.addEntry(entry);
  return entry.id;
}

/** Newest first. */
export const decisions = ({ record }: Pick<ClientState, 'record'>): readonly DecisionEntry[] =>
  (record?.entries ?? []).filter((entry) => entry.kind === 'decision').reverse();
