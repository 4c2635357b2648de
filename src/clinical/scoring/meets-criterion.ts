import type { Criterion, CriterionPart, Instrument } from '../instruments/instrument.ts';
import { itemScore } from './item-score.ts';
import { isNotApplicable } from './offered-answers.ts';

/** 'cannot-say': answers are missing that could decide it. */
export type CriterionOutcome = 'met' | 'not-met' | 'cannot-say';

export interface CriterionResult {
  readonly outcome: CriterionOutcome;
  readonly parts: readonly PartResult[];
}

export interface PartResult {
  readonly part: CriterionPart;
  readonly outcome: CriterionOutcome;
  /** Items that reach the part's score. */
  readonly counted: number;
}

/**
 * Applies a counting rule to one response. A gap never counts as a low score: a part without enough high scores is
 * not met only when its missing answers could not change that.
 * @param answers one value per item in the instrument's order, null where nothing was answered.
 */
export function meetsCriterion(
  instrument: Instrument,
  criterion: Criterion,
  answers: readonly (number | null)[],
): CriterionResult {
  const parts = criterion.parts.map((part) => partResult(instrument, part, answers));
  const outcomes = parts.map(({ outcome }) => outcome);
  if (outcomes.includes('not-met')) return { outcome: 'not-met', parts };
  return { outcome: outcomes.includes('cannot-say') ? 'cannot-say' : 'met', parts };
}

function partResult(
  { items }: Instrument,
  part: CriterionPart,
  answers: readonly (number | null)[],
): PartResult {
  let counted = 0;
  let open = 0;
  for (const [index, item] of items.entries()) {
    if (!part.itemIds.includes(item.id)) continue;
    const answer = answers[index] ?? null;
    if (answer === null) open += 1;
    else if (!isNotApplicable(item, answer) && itemScore(item, answer) >= part.from) counted += 1;
  }
  if (counted >= part.count) return { part, outcome: 'met', counted };
  return { part, outcome: counted + open >= part.count ? 'cannot-say' : 'not-met', counted };
}
