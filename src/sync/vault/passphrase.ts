// A generated passphrase: six words drawn evenly from the 2,048 that the recovery sheet uses too, so 66 bits.
import { randomBytes, type Random } from './bytes.ts';
import { loadWordList } from './word-list.ts';

export const PASSPHRASE_WORDS = 6;
const BITS_PER_WORD = 11;
export const GENERATED_PASSPHRASE_BITS = PASSPHRASE_WORDS * BITS_PER_WORD;

export async function generatePassphrase(random: Random): Promise<string> {
  const list = await loadWordList();
  const bytes = randomBytes(random, 2 * PASSPHRASE_WORDS);
  // The lowest 11 of 16 random bits are even over 2^11 words: nothing to reject.
  return Array.from({ length: PASSPHRASE_WORDS }, (_, i) => {
    const index = (((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0)) & (2 ** BITS_PER_WORD - 1);
    return list[index] ?? '';
  }).join(' ');
}
