// What a client never reads in what is made for them: the words of CLINICAL 1.9, and their own name, because a shared screen may
// be recorded. Texts that people typed are held back whole: a wording with a hole in it would say something else.
/** Found inside other words too: "subclinical", "abnormally". */
export const wordsNotForClients = ['deteriorated', 'recovered', 'clinical', 'abnormal', 'failed'] as const;

export type HeldBack =
  { readonly kind: 'word'; readonly word: (typeof wordsNotForClients)[number] } | { readonly kind: 'name' };

/** Why a text may not be shown to the client of this code or name; null: it may be. */
export function notForClients(text: string, label: string): HeldBack | null {
  const read = asRead(text);
  const word = wordsNotForClients.find((each) => read.toLowerCase().includes(each));
  if (word) return { kind: 'word', word };
  return hasName(read, asRead(label)) ? { kind: 'name' } : null;
}

/** Without what cannot be seen, which could split a word that is seen whole. */
const asRead = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();

/** The whole of it in any case; a part of it as it is written, so that "Will" is found and "will" is not. */
function hasName(text: string, label: string): boolean {
  if (label.length >= 3 && standsIn(text.toLowerCase(), label.toLowerCase())) return true;
  const parts = label.split(/[^\p{L}\p{N}]+/u).filter((part) => /^\p{Lu}\p{L}/u.test(part));
  return parts.some((part) => standsIn(text, part));
}

const standsIn = (text: string, words: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(words)}(?![\\p{L}\\p{N}])`, 'u').test(text);

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
