// The verdict under a rule that calls a difference meaningful and was not worked out from the measure's own error (WHO-5):
// nothing is said about that error, and nobody is called recovered.
import type { ReliableDirection } from '../../clinical/change/reliable-change.ts';
import { m } from '../paraglide/messages.js';
import { positionWithinError, positionWord, type Journey } from './cut-off-words.ts';

interface Parts {
  /** "Up 16 points since 5 February 2026 (48 → 64)". */
  readonly move: string;
  readonly rule: string;
}

/** @param journey null where the measure has no cut-off. */
export function meaningfulSentence(
  direction: ReliableDirection,
  journey: Journey | null,
  parts: Parts,
  locale: string,
): string {
  if (direction === 'neither') {
    return journey
      ? m.wording_meaningful_unchanged({ ...parts, position: positionWithinError(journey, locale) })
      : m.wording_meaningful_unchanged_no_cut_off(parts);
  }
  const position = journey && positionWord(journey, locale);
  if (direction === 'better') {
    return position === null
      ? m.wording_meaningful_improved_no_cut_off(parts)
      : m.wording_meaningful_improved({ ...parts, position });
  }
  return position === null
    ? m.wording_meaningful_deteriorated_no_cut_off(parts)
    : m.wording_meaningful_deteriorated({ ...parts, position });
}
