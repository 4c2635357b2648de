import { expect, test } from 'vitest';
import { notForClients } from '../../../src/app/wording/not-for-clients.ts';

test('the words of CLINICAL 1.9 are found whole, inside others, in any case and behind what cannot be seen', () => {
  for (const text of [
    'It FAILED',
    'sub\u00ADclinical',
    'ab\u200Bnormally',
    'We re\u00ADcovered',
    'Ｃｌｉｎｉｃａｌ',
  ])
    expect(notForClients(text, 'K-07')?.kind, text).toBe('word');
  expect(notForClients('Going out, step by step', 'K-07')).toBeNull();
  expect(notForClients('recovery, failing, clinic', 'K-07')).toBeNull();
});

test('a code or name is found as a word of its own', () => {
  expect(notForClients('K-07 mood', 'K-07')).toEqual({ kind: 'name' });
  expect(notForClients('mood of k-07', 'K-07')).toEqual({ kind: 'name' });
  expect(notForClients('K-071 mood', 'K-07')).toBeNull();
  expect(notForClients('Anna’s mood', 'Anna Kowalska')).toEqual({ kind: 'name' });
  expect(notForClients('Joanna goes out', 'Anna Kowalska')).toBeNull();
});

test('a name that is a word too is a name only as it is written', () => {
  expect(notForClients('I will go out', 'Will Smith')).toBeNull();
  expect(notForClients('Will goes out', 'Will Smith')).toEqual({ kind: 'name' });
  expect(notForClients('A good day', 'A')).toBeNull();
  expect(notForClients('What (1+1)? is', '(1+1)?')).toEqual({ kind: 'name' });
});

test('a client without a label holds nothing back', () => {
  expect(notForClients('Anything', '')).toBeNull();
});
