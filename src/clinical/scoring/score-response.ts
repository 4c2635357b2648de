// Answers in, a total or the reason for none out. Laws: missing is never zero and zero is never missing (CLINICAL 1.4);
// a total comes only from answers that the instrument offers; nothing is rounded that its source does not round.
import type { Instrument } from '../instruments/instrument.ts';
import { gateState } from './gate-state.ts';
import { itemScore } from './item-score.ts';
import { isNotApplicable, isOffered } from './offered-answers.ts';
import { isOnAStep } from './step.ts';
import { totalOf } from './total-of.ts';

/** A total that counts, or the plain reason why there is none. */
export type ScoreOutcome =
  | { readonly kind: 'scored'; readonly total: number; readonly subscales: Readonly<Record<string, number>> }
  | {
      readonly kind: 'prorated';
      readonly total: number;
      /** Only subscales with every answer: prorating is allowed for the total alone. */
      readonly subscales: Readonly<Record<string, number>>;
      readonly answered: number;
      readonly of: number;
    }
  | {
      readonly kind: 'incomplete';
      readonly answered: number;
      readonly of: number;
      readonly missingItemIds: readonly string[];
    }
  | { readonly kind: 'invalid'; readonly problems: readonly ScoreProblem[] };

export type ScoreProblem =
  | { readonly kind: 'not-an-option'; readonly itemId: string; readonly value: number }
  | { readonly kind: 'out-of-range'; readonly value: number; readonly min: number; readonly max: number }
  | { readonly kind: 'not-on-a-step'; readonly value: number; readonly step: number }
  | { readonly kind: 'wrong-length'; readonly given: number; readonly expected: number }
  | { readonly kind: 'not-a-number' }
  /** The first question ended the questionnaire, and yet others were answered. */
  | { readonly kind: 'answered-past-gate'; readonly gateItemId: string; readonly itemIds: readonly string[] }
  /** Answers were given for a measure of which only totals are known. */
  | { readonly kind: 'score-only' };

/**
 * Scores one response, item by item.
 * @param answers one value per item in the instrument's order (unscored items too), null where nothing was answered.
 * @returns `scored` when every scored item has an answer ("not applicable" is one) or the gate's answer ends the rest; `prorated` where the instrument's source allows as many gaps
 *   as there are; `incomplete` otherwise; `invalid` when an answer is none of its item's options or the length differs.
 */
export function scoreResponse(instrument: Instrument, answers: readonly (number | null)[]): ScoreOutcome {
  const problems = problemsWith(instrument, answers);
  if (problems.length > 0) return { kind: 'invalid', problems };

  const gate = gateState(instrument, answers);
  if (instrument.gate && gate === 'closed') {
    return { kind: 'scored', total: instrument.gate.totalWhenClosed, subscales: {} };
  }

  const scoresByItem = new Map<string, number | 'not-applicable'>();
  const missingItemIds = instrument.gate && gate === 'unanswered' ? [instrument.gate.itemId] : [];
  for (const [index, item] of instrument.items.entries()) {
    const answer = answers[index] ?? null;
    if (item.unscored) continue;
    if (answer === null) missingItemIds.push(item.id);
    else
      scoresByItem.set(item.id, isNotApplicable(item, answer) ? 'not-applicable' : itemScore(item, answer));
  }

  const scores = [...scoresByItem.values()].filter((score) => score !== 'not-applicable');
  const answered = scores.length;
  const of = answered + missingItemIds.length;
  const subscales = subscaleTotals(instrument, scoresByItem);
  if (answered > 0 && answered === of) {
    return { kind: 'scored', total: totalOf(instrument.total, scores), subscales };
  }
  if (answered === 0 || gate === 'unanswered' || !mayProrate(instrument, missingItemIds.length)) {
    return { kind: 'incomplete', answered, of, missingItemIds };
  }
  return { kind: 'prorated', total: proratedTotal(instrument, scores, of), subscales, answered, of };
}

/** Checks a total that came without its answers: a number, in range, on a step. It has no subscales. */
export function scoreTotal(instrument: Instrument, total: number): ScoreOutcome {
  const { range, step } = instrument;
  if (!Number.isFinite(total)) return { kind: 'invalid', problems: [{ kind: 'not-a-number' }] };
  if (total < range.min || total > range.max) {
    return { kind: 'invalid', problems: [{ kind: 'out-of-range', value: total, ...range }] };
  }
  if (!isOnAStep(total, range.min, step)) {
    return { kind: 'invalid', problems: [{ kind: 'not-on-a-step', value: total, step }] };
  }
  return { kind: 'scored', total, subscales: {} };
}

function problemsWith(instrument: Instrument, answers: readonly (number | null)[]): ScoreProblem[] {
  const { items } = instrument;
  if (items.length === 0) return [{ kind: 'score-only' }];
  if (answers.length !== items.length) {
    return [{ kind: 'wrong-length', given: answers.length, expected: items.length }];
  }
  const notOffered = items.flatMap((item, index): ScoreProblem[] => {
    const value = answers[index] ?? null;
    return value === null || isOffered(item, value)
      ? []
      : [{ kind: 'not-an-option', itemId: item.id, value }];
  });
  return [...notOffered, ...problemsPastGate(instrument, answers)];
}

function problemsPastGate(instrument: Instrument, answers: readonly (number | null)[]): ScoreProblem[] {
  const { gate, items } = instrument;
  if (!gate || gateState(instrument, answers) !== 'closed') return [];
  const past = items.filter((item, index) => item.id !== gate.itemId && (answers[index] ?? null) !== null);
  return past.length === 0
    ? []
    : [{ kind: 'answered-past-gate', gateItemId: gate.itemId, itemIds: past.map(({ id }) => id) }];
}

const mayProrate = ({ missing }: Instrument, gaps: number): boolean =>
  missing.kind === 'prorate' && gaps <= missing.maxMissing;

/** The answered items' mean stands in for the missing ones; the raw sum is rounded only where the source says so. */
function proratedTotal({ total, missing }: Instrument, scores: readonly number[], of: number): number {
  const sum = scores.reduce((a, b) => a + b, 0);
  const rawSum = (sum * of) / scores.length;
  const roundsToNearest = missing.kind === 'prorate' && missing.rounding === 'nearest';
  return totalOf(total, [roundsToNearest ? Math.round(rawSum) : rawSum], of);
}

function subscaleTotals(
  instrument: Instrument,
  scoresByItem: ReadonlyMap<string, number | 'not-applicable'>,
): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const { id, itemIds, total } of instrument.subscales) {
    const given = itemIds.map((itemId) => scoresByItem.get(itemId));
    if (given.includes(undefined)) continue;
    const scores = given.filter((score) => typeof score === 'number');
    if (scores.length > 0) totals[id] = totalOf(total, scores);
  }
  return totals;
}
