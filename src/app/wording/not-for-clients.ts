// Words that clients are not shown (CLINICAL 1.9), in any of their forms.
const kept = [
  /\bdeteriorat\w*/giu,
  /\brecovered\b/giu,
  /\bclinical\w*/giu,
  /\babnormal\w*/giu,
  /\bfailed\b/giu,
];

/** Those of them that stand in a text, as they stand there. */
export const wordsNotForClients = (text: string): string[] =>
  kept.flatMap((pattern) => text.match(pattern) ?? []);
