// The English BIP-39 list: 2,048 words, no two alike in their first four letters. Loaded when words are first shown.

export async function loadWordList(): Promise<readonly string[]> {
  const { wordlist } = await import('@scure/bip39/wordlists/english.js');
  return wordlist;
}
