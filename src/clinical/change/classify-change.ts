import type { ChangeMeaning, ReliableDirection } from './reliable-change.ts';
import type { Side } from './side-of-cut-off.ts';

export type ChangeStatus = 'recovered' | 'improved' | 'unchanged' | 'deteriorated';

/** What is known of a change; a side is null where the measure has no cut-off. */
export interface Change {
  readonly direction: ReliableDirection;
  /** 'reliable' when absent: held against the measure's error, as Jacobson & Truax ask for. */
  readonly meaning?: ChangeMeaning;
  readonly sideAtStart: Side | null;
  readonly sideNow: Side | null;
}

/**
 * The four outcomes of Jacobson & Truax 1991. Recovery is a reliable improvement that starts on the clinical side of
 * the cut-off and ends on the functional one; without a cut-off it is never said. Crossing it without a reliable change
 * is unchanged; getting reliably worse is deteriorated, wherever it starts. A change that is meaningful but was not held
 * against the measure's error can be improved or deteriorated, and never recovered.
 */
export function classifyChange({ direction, meaning, sideAtStart, sideNow }: Change): ChangeStatus {
  if (direction === 'worse') return 'deteriorated';
  if (direction === 'neither') return 'unchanged';
  if (meaning === 'meaningful') return 'improved';
  return sideAtStart === 'clinical' && sideNow === 'functional' ? 'recovered' : 'improved';
}
