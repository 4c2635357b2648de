import type { Better, CutOff } from '../instruments/instrument.ts';

/** On which side a total lies. Only a strict cut-off can be met exactly, and then it counts for neither side. */
export type Side = 'clinical' | 'functional' | 'on-the-line';

/** A published integer counts as clinical itself ("≥ 10"); cut-offs a, b and c are strict on both sides (CLINICAL 1.7). */
export function sideOfCutOff(
  total: number,
  cutOff: Pick<CutOff, 'value' | 'inclusive'>,
  better: Better,
): Side {
  if (total === cutOff.value) return cutOff.inclusive ? 'clinical' : 'on-the-line';
  return total > cutOff.value === (better === 'higher') ? 'functional' : 'clinical';
}
