// The marks of a scale, and the keys on a row of them: arrows, Home and End walk, a digit names its mark where all are 0–10 ("10"
// has none).
export interface ScaleMark {
  readonly value: number;
  readonly label: string;
  /** Its name where the label says too little: what the level looks like, that it is the target. */
  readonly name?: string | undefined;
  readonly isTarget?: boolean | undefined;
}

/** The place to go to; null where the key is none of ours. */
export function placeForKey(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(at + 1, count - 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** The value that a digit names; null where it names none. A scale below zero has no digits: "1" could be read as its first mark. */
export function valueForDigit(key: string, marks: readonly Pick<ScaleMark, 'value'>[]): number | null {
  if (!/^[0-9]$/.test(key) || marks.some(({ value }) => value < 0)) return null;
  return marks.find(({ value }) => String(value) === key)?.value ?? null;
}
