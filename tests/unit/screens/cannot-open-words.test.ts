import { expect, test } from 'vitest';
import { cannotOpenWords } from '../../../src/app/screens/vault/cannot-open-words.ts';

test('what is known to keep the storage shut is said with what helps, and without a code word', () => {
  const said = ['newer-version', 'quota', 'blocked'].map(cannotOpenWords);
  expect(new Set(said.map(({ text }) => text)).size).toBe(3);
  for (const { text, reason } of said) {
    expect(text).not.toMatch(/newer-version|quota|blocked/);
    expect(reason).toBeNull();
  }
});

test('anything else passes on the browser’s own word', () => {
  expect(cannotOpenWords('UnknownError').reason).toBe('UnknownError');
});
