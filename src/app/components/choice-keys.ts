interface Choice {
  readonly value: number;
  /** Without a key, so that one more choice never moves the keys of the others ("not applicable"). */
  readonly keyless?: boolean;
}

/** The key that answers with a choice: its own value while all are 0–10 ("10" has none), else its place from 1; '' = none. */
export function keyForChoice(choices: readonly Choice[], choice: Choice): string {
  if (choice.keyless) return '';
  const keyed = choices.filter(({ keyless }) => !keyless);
  const byValue = keyed.every(({ value }) => Number.isInteger(value) && value >= 0 && value <= 10);
  const key = byValue ? choice.value : keyed.indexOf(choice) + 1;
  return key <= 9 ? String(key) : '';
}

/** The value that a pressed key answers with, or null when it is no answer here. */
export function choiceForKey(choices: readonly Choice[], key: string): number | null {
  if (!/^[0-9]$/.test(key)) return null;
  return choices.find((choice) => keyForChoice(choices, choice) === key)?.value ?? null;
}
