// The recovery seed as 24 words and as the text in the printed QR, and back (PROTOCOL 2.1).
import { asBytes, bytesEqual, sha256, type Bytes } from './bytes.ts';
import { SEED_BYTES } from './key-pairs.ts';
import { loadWordList } from './word-list.ts';
import { fromHex, toHex } from './text.ts';

export const RECOVERY_WORD_COUNT = 24;

export interface UnknownWord {
  /** 1 for the first word, as it is numbered on the sheet. */
  readonly position: number;
  readonly word: string;
  /** The one word on the list that is nearest, if there is one near. */
  readonly suggestion: string | null;
}

export type RecoveryReading =
  | { readonly kind: 'read'; readonly seed: Bytes }
  | { readonly kind: 'wrong-count'; readonly count: number }
  | { readonly kind: 'unknown-words'; readonly words: readonly UnknownWord[] }
  /** All words are on the list, but together they are no sheet: one is another word, or two changed places. */
  | { readonly kind: 'bad-checksum' };

export async function recoveryWords(seed: Uint8Array): Promise<readonly string[]> {
  if (seed.length !== SEED_BYTES) throw new RangeError('a recovery seed has 32 bytes');
  const [{ entropyToMnemonic }, words] = await Promise.all([import('@scure/bip39'), loadWordList()]);
  return entropyToMnemonic(asBytes(seed), [...words]).split(' ');
}

/** Reads words as typed (case, commas, numbering and white space do not matter) or the QR's text. */
export async function readRecovery(typed: string): Promise<RecoveryReading> {
  if (typed.trim().toUpperCase().startsWith(QR_PREFIX)) return readQrText(typed.trim().toUpperCase());
  const words =
    typed
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  const list = await loadWordList();
  const known = new Set(list);
  const unknown = words.flatMap((word, index) =>
    known.has(word) ? [] : [{ position: index + 1, word, suggestion: nearestWord(word, list) }],
  );
  if (unknown.length > 0) return { kind: 'unknown-words', words: unknown };
  if (words.length !== RECOVERY_WORD_COUNT) return { kind: 'wrong-count', count: words.length };
  const { mnemonicToEntropy, validateMnemonic } = await import('@scure/bip39');
  const sentence = words.join(' ');
  if (!validateMnemonic(sentence, [...list])) return { kind: 'bad-checksum' };
  return { kind: 'read', seed: new Uint8Array(mnemonicToEntropy(sentence, [...list])) };
}

const QR_PREFIX = 'SOUNDINGS-RECOVERY:1:';
const QR_CHECK_BYTES = 4;

/** Upper case only, so that a QR encoder can use its compact alphanumeric mode. */
export async function recoveryQrText(seed: Uint8Array): Promise<string> {
  const check = (await sha256(seed)).subarray(0, QR_CHECK_BYTES);
  return `${QR_PREFIX}${toHex(seed)}:${toHex(check)}`.toUpperCase();
}

async function readQrText(text: string): Promise<RecoveryReading> {
  const [seedHex = '', checkHex = '', ...more] = text.slice(QR_PREFIX.length).toLowerCase().split(':');
  const [seed, check] = [fromHex(seedHex), fromHex(checkHex)];
  if (more.length > 0 || seed?.length !== SEED_BYTES || check === null) return { kind: 'bad-checksum' };
  const isIntact = bytesEqual((await sha256(seed)).subarray(0, QR_CHECK_BYTES), check);
  return isIntact ? { kind: 'read', seed } : { kind: 'bad-checksum' };
}

/** The nearest word within two edits; null if none or if several are equally near. */
function nearestWord(typed: string, list: readonly string[]): string | null {
  let best: { readonly distance: number; readonly words: readonly string[] } = { distance: 3, words: [] };
  for (const word of list) {
    const distance = editDistance(typed, word);
    if (distance < best.distance) best = { distance, words: [word] };
    else if (distance === best.distance) best = { distance, words: [...best.words, word] };
  }
  return best.distance <= 2 && best.words.length === 1 ? (best.words[0] ?? null) : null;
}

/** Levenshtein's, by rows. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
