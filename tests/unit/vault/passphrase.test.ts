import { expect, test } from 'vitest';
import { generatePassphrase, GENERATED_PASSPHRASE_BITS } from '../../../src/sync/vault/passphrase.ts';
import { estimatePassphrase, strengthFromGuesses } from '../../../src/sync/vault/passphrase-strength.ts';
import { loadWordList } from '../../../src/sync/vault/word-list.ts';
import { seededRandom } from './seeded-random.ts';

test('a generated passphrase is six words of the list, drawn evenly', async () => {
  const list = await loadWordList();
  expect(list).toHaveLength(2048);
  expect(GENERATED_PASSPHRASE_BITS).toBe(66);
  const every = (value: number) =>
    generatePassphrase((length) => Uint8Array.from({ length }, (_, i) => (i % 2 ? value & 255 : value >> 8)));
  expect(await every(0)).toBe(Array(6).fill('abandon').join(' '));
  expect(await every(0xffff)).toBe(Array(6).fill('zoo').join(' '));
  expect(await every(2048)).toBe(Array(6).fill('abandon').join(' '));
  const words = (await generatePassphrase(seededRandom(1))).split(' ');
  expect(words).toHaveLength(6);
  expect(words.every((word) => list.includes(word))).toBe(true);
});

test('a verdict follows from the time to guess at the stated rate', () => {
  // One year of guessing at 10^4 a second, twice, because the right guess comes half way.
  const oneYear = Math.log10(2 * 1e4 * 365.25 * 24 * 3600);
  expect(strengthFromGuesses(oneYear - 0.01)).toMatchObject({ verdict: 'too-weak', isAccepted: false });
  expect(strengthFromGuesses(oneYear + 0.01)).toMatchObject({ verdict: 'weak', isAccepted: true });
  expect(strengthFromGuesses(oneYear + 2.01).verdict).toBe('good');
  expect(strengthFromGuesses(oneYear + 4.01).verdict).toBe('strong');
  expect(strengthFromGuesses(oneYear).secondsToGuess).toBeCloseTo(365.25 * 24 * 3600, 3);
});

test('what people often choose is too weak, and a generated one is strong', async () => {
  for (const common of ['', 'password123', 'Summer2026!', 'qwertyuiop', 'monkey monkey', 'Soundings2026']) {
    expect((await estimatePassphrase(common)).verdict, common).toBe('too-weak');
  }
  expect((await estimatePassphrase(await generatePassphrase(seededRandom(3)))).verdict).toBe('strong');
});

test('words that an acquaintance would try first count for little', async () => {
  const [plain, known] = await Promise.all([
    estimatePassphrase('Wilhelmshaven Kobrinsky'),
    estimatePassphrase('Wilhelmshaven Kobrinsky', ['Wilhelmshaven', 'Kobrinsky']),
  ]);
  expect(known.guessesLog10).toBeLessThan(plain.guessesLog10 - 3);
});
