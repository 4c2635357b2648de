import type { Instrument } from '../instruments/instrument.ts';
import { scoreResponse } from './score-response.ts';
import { decimalNoise } from './step.ts';

/** Does a total that came with its answers (a file, a form added up by hand) agree with them? */
export type StatedTotal =
  | { readonly kind: 'agrees'; readonly total: number }
  | { readonly kind: 'disagrees'; readonly stated: number; readonly computed: number }
  /** The answers give no total of their own (incomplete, prorated or invalid), so there is nothing to compare. */
  | { readonly kind: 'cannot-say' };

export function compareStatedTotal(
  instrument: Instrument,
  answers: readonly (number | null)[],
  stated: number,
): StatedTotal {
  const outcome = scoreResponse(instrument, answers);
  if (outcome.kind !== 'scored') return { kind: 'cannot-say' };
  return Math.abs(outcome.total - stated) < decimalNoise
    ? { kind: 'agrees', total: outcome.total }
    : { kind: 'disagrees', stated, computed: outcome.total };
}
