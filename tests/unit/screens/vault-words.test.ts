import { beforeAll, afterAll, describe, expect, test, vi } from 'vitest';
import { compareWords } from '../../../src/app/screens/vault/compare-words.ts';
import { backupAge } from '../../../src/app/screens/vault/backup-age.ts';
import { daysBetween, formatBytes } from '../../../src/app/screens/vault/format.ts';
import {
  guessesPerSecond,
  guessingTime,
  yearsForBits,
} from '../../../src/app/screens/vault/guessing-time.ts';
import { whatIsMissing } from '../../../src/app/screens/vault/restore-needs.ts';
import { shortId } from '../../../src/app/screens/vault/short-id.ts';
import {
  ASSUMED_GUESSES_PER_SECOND,
  strengthFromGuesses,
} from '../../../src/sync/vault/passphrase-strength.ts';

beforeAll(() => vi.stubGlobal('navigator', { languages: ['de-DE', 'en-GB'] }));
afterAll(() => vi.unstubAllGlobals());

describe('typing back six words', () => {
  const wanted = ['coyote', 'city', 'cloth'];

  test('case and white space do not matter', () =>
    expect(compareWords('  Coyote\ncity  CLOTH ', wanted)).toEqual({ kind: 'same' }));

  test('a word half typed is no mistake yet', () =>
    expect(compareWords('coyote ci', wanted)).toEqual({ kind: 'unfinished', given: 2 }));

  test('a finished wrong word is named by its position', () =>
    expect(compareWords('coyote citi ', wanted)).toEqual({ kind: 'differs', position: 2 }));

  test('a half word at the end is not the whole passphrase', () =>
    expect(compareWords('coyote city clot', wanted)).toEqual({ kind: 'unfinished', given: 3 }));

  test('a word too many is one that differs', () =>
    expect(compareWords('coyote city cloth fox', wanted)).toEqual({ kind: 'differs', position: 4 }));
});

describe('the age of the last backup', () => {
  const now = new Date(2026, 10, 23, 9, 0);
  const at = (day: number, hour: number): string => new Date(2026, 10, day, hour).toISOString();

  test('none is due', () => expect(backupAge(null, now)).toEqual({ kind: 'none', isDue: true }));
  test('one of this morning is of today', () => expect(backupAge(at(23, 0), now).kind).toBe('today'));
  test('one of late last night is of yesterday', () =>
    expect(backupAge(at(22, 23), now)).toMatchObject({ days: 1, text: 'yesterday', isDue: false }));
  test('a week is not due yet', () =>
    expect(backupAge(at(16, 9), now)).toMatchObject({ days: 7, isDue: false }));
  test('more than a week is due', () =>
    expect(backupAge(at(15, 9), now)).toMatchObject({ text: '8 days ago', isDue: true }));
  test('a clock that was set back makes no negative age', () =>
    expect(daysBetween(new Date(2026, 10, 24), now)).toBe(0));
});

describe('a time to guess', () => {
  test('rests on the estimator’s own rate', () => expect(guessesPerSecond).toBe(ASSUMED_GUESSES_PER_SECOND));
  test('six generated words agree with the estimator', () => {
    const { secondsToGuess } = strengthFromGuesses(66 * Math.log10(2));
    expect(yearsForBits(66)).toBeCloseTo(secondsToGuess / (365.25 * 24 * 3600), 0);
  });
  test.each([
    [1e-6, 'less than an hour'],
    [0.01, 'about 4 days'],
    [1.5, 'about 18 months'],
    [1234, 'about 1,200 years'],
    [1e9, 'more than a million years'],
  ])('%d years is said as "%s"', (years, words) => expect(guessingTime(years)).toBe(words));
});

test('what a restore still needs is listed as people list things', () => {
  const none = { hasFile: false, hasWords: false, hasPassphrase: true, isConfirmed: true };
  expect(whatIsMissing(none)).toBe('the backup file and the 24 words');
  expect(whatIsMissing({ ...none, hasFile: true, hasWords: true })).toBeNull();
});

test('sizes are said in the unit that fits', () => {
  expect(formatBytes(0)).toBe('0 bytes');
  expect(formatBytes(626)).toBe('626 bytes');
  expect(formatBytes(156_000)).toBe('156 kB');
  expect(formatBytes(4_240_000)).toBe('4.2 MB');
});

test('a short id is two groups of three', () => expect(shortId('71fe16aa-9b')).toBe('71f e16'));
