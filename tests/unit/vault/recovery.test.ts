import { describe, expect, test } from 'vitest';
import { newRecoverySeed, recoveryFromSeed } from '../../../src/sync/vault/recovery.ts';
import { readRecovery, recoveryQrText, recoveryWords } from '../../../src/sync/vault/recovery-words.ts';
import { seededRandom } from './seeded-random.ts';

const seed = newRecoverySeed(seededRandom(8));

describe('the words of the recovery sheet', () => {
  test("are BIP-39's: its published vectors for 256 bits", async () => {
    expect((await recoveryWords(new Uint8Array(32))).join(' ')).toBe(`${'abandon '.repeat(23)}art`);
    expect((await recoveryWords(new Uint8Array(32).fill(0xff))).join(' ')).toBe(`${'zoo '.repeat(23)}vote`);
    expect((await recoveryWords(new Uint8Array(32).fill(0x80))).join(' ')).toBe(
      'letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic bless',
    );
  });

  test('read back however they are typed: numbered, in capitals, on lines, with commas', async () => {
    const words = await recoveryWords(seed);
    const typed = [
      words.join(' '),
      words.join('\n').toUpperCase(),
      words.map((word, i) => `${i + 1}. ${word}`).join('  '),
      words.join(', '),
    ];
    for (const text of typed) expect(await readRecovery(text)).toEqual({ kind: 'read', seed });
  });

  test('a word that is not on the list is named with its place and the nearest word', async () => {
    const words = [...(await recoveryWords(new Uint8Array(32)))];
    words[2] = 'abandn';
    words[23] = 'qqqqqqq';
    expect(await readRecovery(words.join(' '))).toEqual({
      kind: 'unknown-words',
      words: [
        { position: 3, word: 'abandn', suggestion: 'abandon' },
        { position: 24, word: 'qqqqqqq', suggestion: null },
      ],
    });
  });

  test('too few or too many words are counted', async () => {
    const words = await recoveryWords(seed);
    expect(await readRecovery(words.slice(1).join(' '))).toEqual({ kind: 'wrong-count', count: 23 });
    expect(await readRecovery([...words, 'zoo'].join(' '))).toEqual({ kind: 'wrong-count', count: 25 });
    expect(await readRecovery('')).toEqual({ kind: 'wrong-count', count: 0 });
  });

  test('two words that changed places do not pass the checksum', async () => {
    const [first = '', second = '', ...rest] = await recoveryWords(seed);
    expect(await readRecovery([second, first, ...rest].join(' '))).toEqual({ kind: 'bad-checksum' });
  });
});

describe('the QR on the sheet', () => {
  test('holds the seed in letters that a QR packs tightly', async () => {
    const text = await recoveryQrText(seed);
    expect(text).toMatch(/^SOUNDINGS-RECOVERY:1:[0-9A-F]{64}:[0-9A-F]{8}$/);
    expect(await readRecovery(text)).toEqual({ kind: 'read', seed });
    expect(await readRecovery(` ${text.toLowerCase()}\n`)).toEqual({ kind: 'read', seed });
  });

  test('one wrong digit is noticed', async () => {
    const text = await recoveryQrText(seed);
    const otherDigit = text.endsWith('0') ? '1' : '0';
    for (const wrong of [
      text.slice(0, -1),
      text.slice(0, -1) + otherDigit,
      `${text}:00`,
      `${text.slice(0, -1)}G`,
    ]) {
      expect(await readRecovery(wrong)).toEqual({ kind: 'bad-checksum' });
    }
  });
});

test('one seed always gives the same two key pairs, which are not each other', async () => {
  const sheet = await recoveryFromSeed(seed);
  expect(await recoveryFromSeed(seed)).toEqual(sheet);
  expect(sheet.x25519.seed).not.toEqual(sheet.ed25519.seed);
  await expect(recoveryFromSeed(new Uint8Array(31))).rejects.toThrow(RangeError);
});
