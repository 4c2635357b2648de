import { expect, test } from 'vitest';
import type { ChangeMeaning } from '../../../src/clinical/change/reliable-change.ts';
import { needSentence } from '../../../src/app/wording/need-words.ts';

const worse = (measure: string, meaning: ChangeMeaning, since: string | null): string | null =>
  needSentence({ kind: 'reliably-worse', measure, meaning, since }, '2026-03-12', 'en-GB');

test('a fall by a rule that was not worked out from the measure’s error is not called reliable', () => {
  expect(worse('PHQ-9', 'reliable', '2026-03-01')).toBe('PHQ-9 reliably worse since 1 Mar 2026');
  expect(worse('WHO-5', 'meaningful', '2026-03-01')).toBe(
    'WHO-5 worse by a meaningful amount since 1 Mar 2026',
  );
  expect(worse('PHQ-9', 'reliable', null)).toBe('PHQ-9 reliably worse');
  expect(worse('WHO-5', 'meaningful', null)).toBe('WHO-5 worse by a meaningful amount');
});

test('the day to ask again is said as it was planned, and nothing is said of the answers since', () => {
  expect(needSentence({ kind: 'ask-again', since: '2026-03-10' }, '2026-03-12', 'en-GB')).toBe(
    'Asking about risk again was planned for 10 Mar 2026',
  );
});
