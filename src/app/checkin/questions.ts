// The questions of a check-in, one after the other over all its questionnaires. Law: an index names the same question wherever the
// same questionnaires are asked in the same order, so a hand-over can go on after a reload.
import type { Instrument, Item } from '../../clinical/instruments/instrument.ts';
import { gateState } from '../../clinical/scoring/gate-state.ts';

export interface AskedQuestionnaire {
  readonly instrument: Instrument;
  /** Of its first question, over all questionnaires. */
  readonly firstIndex: number;
}

export interface Question extends AskedQuestionnaire {
  readonly index: number;
  readonly item: Item;
}

export function flattenQuestions(instruments: readonly Instrument[]): AskedQuestionnaire[] {
  let firstIndex = 0;
  return instruments.map((instrument) => {
    const asked = { instrument, firstIndex };
    firstIndex += instrument.items.length;
    return asked;
  });
}

export const countOf = (asked: readonly AskedQuestionnaire[]): number =>
  asked.reduce((sum, { instrument }) => sum + instrument.items.length, 0);

/** Null past the end. */
export function questionAt(asked: readonly AskedQuestionnaire[], index: number): Question | null {
  for (const { instrument, firstIndex } of asked) {
    const item = instrument.items[index - firstIndex];
    if (item && index >= firstIndex) return { instrument, firstIndex, index, item };
  }
  return null;
}

export type AnswersByIndex = ReadonlyMap<number, number | null>;

/** The answers of each questionnaire, in the order of its items; what was not answered is null. */
export const answersOf = (
  asked: readonly AskedQuestionnaire[],
  given: AnswersByIndex,
): (readonly (number | null)[])[] =>
  asked.map(({ instrument, firstIndex }) => {
    const answers = instrument.items.map((_, at) => given.get(firstIndex + at) ?? null);
    if (gateState(instrument, answers) !== 'closed') return answers;
    return answers.map((answer, at) =>
      instrument.items[at]?.id === instrument.gate?.itemId ? answer : null,
    );
  });

const isClosed = (question: Question, given: AnswersByIndex): boolean =>
  question.instrument.gate !== undefined &&
  question.item.id !== question.instrument.gate.itemId &&
  answersOf([question], given).every((answers) => gateState(question.instrument, answers) === 'closed');

/** The next question that is asked after this one: a gate that was closed is passed over; the count at the end. */
export function nextIndex(
  asked: readonly AskedQuestionnaire[],
  index: number,
  given: AnswersByIndex,
): number {
  for (let next = index + 1; ; next += 1) {
    const question = questionAt(asked, next);
    if (question === null || !isClosed(question, given)) return next;
  }
}

/** The one before; null at the first that may be seen. */
export function indexBefore(
  asked: readonly AskedQuestionnaire[],
  index: number,
  given: AnswersByIndex,
  firstSeen: number,
): number | null {
  for (let before = index - 1; before >= firstSeen; before -= 1) {
    const question = questionAt(asked, before);
    if (question && !isClosed(question, given)) return before;
  }
  return null;
}

/** An answer that asks for a conversation (CLINICAL 1.3): help comes forward then, without a word about the answer. */
export const isSafetyAnswer = ({ instrument, item }: Question, value: number | null): boolean =>
  value !== null && instrument.safetyItems.some(({ itemId, above }) => itemId === item.id && value > above);
