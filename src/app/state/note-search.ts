// Finding words in one client's notes: every word must be there, whatever its case and its accents.

export interface Stretch {
  readonly text: string;
  readonly isHit: boolean;
}

/** Letter by letter, with the place in the text that each came from: folding may change how many there are. */
function fold(text: string): { readonly folded: string; readonly from: readonly number[] } {
  let folded = '';
  const from: number[] = [];
  let at = 0;
  for (const letter of text) {
    for (const plain of letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()) {
      folded += plain;
      for (let unit = 0; unit < plain.length; unit += 1) from.push(at);
    }
    at += letter.length;
  }
  from.push(text.length);
  return { folded, from };
}

export const searchWords = (query: string): string[] => fold(query).folded.split(/\s+/u).filter(Boolean);

/** No words: everything. */
export function hasAllWords(texts: readonly string[], words: readonly string[]): boolean {
  const { folded } = fold(texts.join('\n'));
  return words.every((word) => folded.includes(word));
}

/** The text in stretches, in order; together they are the text. */
export function markHits(text: string, words: readonly string[]): Stretch[] {
  const { folded, from } = fold(text);
  const isHit = new Array<boolean>(text.length).fill(false);
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      // A mark that combines with the last letter belongs to it.
      const end = from.slice(at + word.length).find((place) => place > (from[at + word.length - 1] ?? 0));
      isHit.fill(true, from[at], end ?? text.length);
    }
  const stretches: Stretch[] = [];
  let start = 0;
  for (let at = 1; at <= text.length; at += 1)
    if (at === text.length || isHit[at] !== isHit[start]) {
      stretches.push({ text: text.slice(start, at), isHit: isHit[start] ?? false });
      start = at;
    }
  return stretches;
}
