import { expect, test } from 'vitest';
import { targetKey } from '../../../src/app/screens/change/target-options.ts';
import { answerWords, obstacleWords } from '../../../src/app/screens/client/waiting/answer-words.ts';
import { discussedWords } from '../../../src/app/screens/risk/discussed-words.ts';
import { askAgainWords } from '../../../src/app/screens/risk/risk-words.ts';

test('an answer in words, with its reason and what is in the way', () => {
  expect(answerWords({ answer: 'looked', reason: '' })).toBe('Looked at');
  expect(answerWords({ answer: 'not-relevant', reason: 'a fire alarm' })).toBe('Not relevant: a fire alarm');
  expect(obstacleWords({ obstacles: [] }, 'en-GB')).toBeNull();
  expect(obstacleWords({ obstacles: ['homework', 'attendance'] }, 'en-GB')).toBe(
    'In the way: Homework and Attendance.',
  );
});

test('what a conversation was about, also of a measure that is not known here', () => {
  const words = discussedWords(
    [
      { measure: 'phq-9/self', answer: 2 },
      { measure: 'phq-9/parent', answer: 1 },
      { measure: 'gone/self', answer: 3 },
    ],
    [{ id: 'phq-9', shortName: 'PHQ-9' }],
    'en-GB',
  );
  expect(words).toEqual(['PHQ-9, answer 2', 'PHQ-9 (parent), answer 1', 'gone, answer 3']);
});

test('days to ask again, in words', () => {
  const words = (days: number, on: string) => askAgainWords({ kind: 'in-days', days, on }, 'en-GB');
  expect(words(1, '2026-03-13')).toMatch(/^Tomorrow: Fri,? 13 Mar$/);
  expect(words(3, '2026-03-15')).toMatch(/^In 3 days: Sun,? 15 Mar$/);
  expect(askAgainWords({ kind: 'next-appointment', days: 0, on: '2026-03-19' }, 'en-GB')).toMatch(
    /^Next appointment: Thu,? 19 Mar$/,
  );
});

test('a target has one key', () => {
  expect(targetKey(null)).toBe('none');
  expect(targetKey({ kind: 'measure', instrumentId: 'gad-7', respondent: 'self' })).toBe(
    'measure/gad-7/self',
  );
});
