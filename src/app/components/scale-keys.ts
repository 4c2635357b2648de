// Keys on a row of marks: arrows, Home and End walk, a digit names its mark where all are 0–10 ("10" has none).
interface Mark {
  readonly value: number;
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
export function valueForDigit(key: string, marks: readonly Mark[]): number | null {
  if (!/^[0-9]$/.test(key) || marks.some(({ value }) => value < 0)) return null;
  return marks.find(({ value }) => String(value) === key)?.value ?? null;
}
