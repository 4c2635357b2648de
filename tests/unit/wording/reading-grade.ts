// How hard a text is to read: Flesch–Kincaid grade level (Kincaid et al. 1975, "Derivation of new readability formulas …", Research
// Branch Report 8-75). A school year; grade 7 is read at about twelve. Syllables are counted by the usual rule of thumb.
export function readingGrade(text: string): number {
  const sentences = text.split(/[.!?:]+(?=\s|$)/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
  const words = text.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

/** Groups of vowels; a silent e at the end or before -ly does not count. A number is said in one breath. */
export function syllablesIn(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const spoken = letters
    .replace(/ely$/, 'ly')
    .replace(/([^aeioulszxcghy])es$|([^aeioutdy])ed$|([^aeiouly])e$/, '$1$2$3');
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0);
}
