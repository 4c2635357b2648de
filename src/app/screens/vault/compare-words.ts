export type WordComparison =
  | { readonly kind: 'same' }
  /** Right so far, but not all of them yet. */
  | { readonly kind: 'unfinished'; readonly given: number }
  /** `position` is 1 for the first word. */
  | { readonly kind: 'differs'; readonly position: number };

/** Holds typed words against the wanted ones, without regard to case and white space; the last word may be half typed. */
export function compareWords(typed: string, wanted: readonly string[]): WordComparison {
  const given = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const isLastFinished = /\s$/.test(typed) || given.length > wanted.length;
  const wrong = given.findIndex((word, index) => {
    const right = wanted[index] ?? '';
    const mayBeUnfinished = index === given.length - 1 && !isLastFinished;
    return mayBeUnfinished ? !right.startsWith(word) : word !== right;
  });
  if (wrong >= 0) return { kind: 'differs', position: wrong + 1 };
  return given.length === wanted.length && given.at(-1) === wanted.at(-1)
    ? { kind: 'same' }
    : { kind: 'unfinished', given: given.length };
}
