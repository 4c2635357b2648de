import type { Instrument, Item } from '../instruments/instrument.ts';
import { itemScore } from '../scoring/item-score.ts';
import { scoreResponse, scoreTotal } from '../scoring/score-response.ts';

/**
 * Can the range of a measure really be reached, and not be left? With items: the lowest and the highest answers score to its
 * two ends. Totals only: both ends are taken, and what lies one step (or one point) outside is refused.
 */
export function rangeIsReached(instrument: Instrument): boolean {
  const { items, range, step } = instrument;
  if (items.length > 0) {
    const ends = [Math.min, Math.max].map((pick) => {
      const outcome = scoreResponse(instrument, extremeAnswers(instrument, pick));
      return outcome.kind === 'scored' ? outcome.total : NaN;
    });
    return isNear(Math.min(...ends), range.min) && isNear(Math.max(...ends), range.max);
  }
  const beyond = step || 1;
  return (
    [range.min, range.max].every((total) => scoreTotal(instrument, total).kind === 'scored') &&
    [range.min - beyond, range.max + beyond].every(
      (total) => scoreTotal(instrument, total).kind === 'invalid',
    )
  );
}

/** The answers that add least or most, past an open gate; unscored items are left open. */
function extremeAnswers(
  { items, gate }: Instrument,
  pick: (...values: number[]) => number,
): (number | null)[] {
  return items.map((item) => {
    if (item.id === gate?.itemId) return gate.opensOn[0] ?? null;
    return item.unscored ? null : answerThatAdds(item, pick);
  });
}

function answerThatAdds(item: Item, pick: (...values: number[]) => number): number | null {
  const wanted = pick(...item.options.map(({ value }) => itemScore(item, value)));
  return item.options.find(({ value }) => itemScore(item, value) === wanted)?.value ?? null;
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;
