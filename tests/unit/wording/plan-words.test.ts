// Goals, planned measures and the page for clients in words.
import { describe, expect, test } from 'vitest';
import { ratingValues, ratingWords, shortRating } from '../../../src/app/wording/goal-words.ts';
import { cadenceWords, plannedWords } from '../../../src/app/wording/schedule-words.ts';
import { ourWhyWeMeasure, pageBlocks } from '../../../src/app/wording/why-we-measure.ts';
import type { PlannedMeasure } from '../../../src/clinical/schedule/schedule.ts';
import { m } from '../../../src/app/paraglide/messages.js';

const locale = 'en-GB';

test('ratings say their scale, with a true minus', () => {
  expect(ratingWords(6, 'zero-to-ten', locale)).toBe('6 of 10');
  expect([-2, 0, 1].map((value) => shortRating(value, 'attainment', locale))).toEqual(['−2', '0', '+1']);
  expect(ratingValues('attainment')).toEqual([-2, -1, 0, 1, 2]);
  expect(ratingValues('zero-to-ten')).toHaveLength(11);
});

test('how often is said in words, once and several times', () => {
  expect(cadenceWords({ kind: 'sessions', every: 1 }, locale)).toBe('every session');
  expect(cadenceWords({ kind: 'sessions', every: 3 }, locale)).toBe('every 3 sessions');
  expect(cadenceWords({ kind: 'weeks', every: 1 }, locale)).toBe('every week');
  expect(cadenceWords({ kind: 'weeks', every: 52 }, locale)).toBe('every 52 weeks');
});

test('a planned measure names its respondent and whether it is the primary; an unknown one says so', () => {
  const planned: PlannedMeasure = {
    instrumentId: 'gad-7',
    respondent: 'parent',
    since: '2026-03-02',
    cadence: { kind: 'weeks', every: 4 },
  };
  const names = [{ id: 'gad-7', shortName: 'GAD-7' }];
  expect(plannedWords(planned, { primary: null }, names, locale)).toBe('GAD-7 (parent), every 4 weeks');
  expect(plannedWords(planned, { primary: planned }, names, locale)).toBe(
    'GAD-7 (parent), every 4 weeks (primary)',
  );
  expect(plannedWords({ ...planned, respondent: 'self' }, { primary: planned }, [], locale)).toBe(
    'A measure that is not known here, every 4 weeks',
  );
});

describe('why we measure', () => {
  const text = `${ourWhyWeMeasure()}\n\n${m.plan_why_help_title()}\n${m.plan_why_help()}`;

  test('says what it is for, who sees it, that one may skip or stop, and that it does not decide about care', () => {
    const headings = pageBlocks(text).map(({ heading }) => heading);
    expect(headings).toEqual([
      'What it is for',
      'How it works',
      'Who sees it',
      'You may skip or stop at any time',
      'It does not decide about your care',
      'If you need help now',
    ]);
  });

  test('has none of the words that clients are not to read, and promises no safety', () => {
    expect(text).not.toMatch(/deteriorat|recover|clinical|abnormal|fail|\bsafe|no risk/i);
  });

  test('is in short words and short sentences: a reading age of about 12 or less', () => {
    // Flesch–Kincaid grade (Kincaid 1975) of 7 is a reading age of about 12.
    expect(readingGrade(text)).toBeLessThan(7);
  });
});

test('an empty line ends a paragraph; the first of several lines is its heading', () => {
  expect(pageBlocks('Why\nBecause.\nAnd so.\n\n \nThat is all.\n')).toEqual([
    { heading: 'Why', text: 'Because.\nAnd so.' },
    { heading: null, text: 'That is all.' },
  ]);
  expect(pageBlocks(' \n\n ')).toEqual([]);
});

/** 0.39 · words per sentence + 11.8 · syllables per word − 15.59; syllables are counted as groups of vowels, a silent e apart. */
function readingGrade(page: string): number {
  const sentences = page.split(/[.!?:\n]+/).filter((part) => /\p{L}/u.test(part));
  const words = page.match(/[\p{L}’]+/gu) ?? [];
  const syllables = words
    .map(
      (word) =>
        (
          word
            .toLowerCase()
            .replace(/e\b/, '')
            .match(/[aeiouy]+/g) ?? []
        ).length,
    )
    .reduce((sum, count) => sum + Math.max(1, count), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}
