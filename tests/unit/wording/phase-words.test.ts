import { describe, expect, test } from 'vitest';
import {
  phaseFigureLine,
  phaseFigures,
  phaseNotes,
  phaseSentence,
} from '../../../src/app/wording/phase-words.ts';
import { comparePhases, type ComparedPhases } from '../../../src/clinical/phases/compare-phases.ts';

const phq9 = { name: 'PHQ-9', isGoal: false };
const say = (
  before: readonly number[],
  after: readonly number[],
  better: 'lower' | 'higher' = 'lower',
): string => {
  const comparison = comparePhases(before, after, better);
  return [phaseSentence(comparison, phq9, 'en-GB'), ...phaseNotes(comparison)].join(' ');
};
const compared = (before: readonly number[], after: readonly number[]): ComparedPhases => {
  const comparison = comparePhases(before, after, 'lower');
  if (comparison.kind !== 'compared') throw new Error('too few');
  return comparison;
};

describe('the sentence about two phases', () => {
  test('better', () => {
    expect(say([18, 17, 19, 18, 18], [12, 10, 9, 7, 8])).toBe(
      'PHQ-9: better after the change. Median 18 before (5 scores), 9 after (5 scores). A pattern, not proof of cause.',
    );
  });

  test('worse', () => {
    expect(say([8, 7, 9, 8, 8], [12, 14, 13, 15, 12])).toMatch(/^PHQ-9: worse after the change\./);
  });

  test('higher is better', () => {
    expect(say([8, 7, 9, 8, 8], [12, 14, 13, 15, 12], 'higher')).toMatch(/^PHQ-9: better after the change\./);
  });

  test('no clear difference, and few scores', () => {
    expect(say([10, 12, 11, 9], [10, 11, 12, 9])).toBe(
      'PHQ-9: no clear difference. Median 10.5 before (4 scores), 10.5 after (4 scores). ' +
        'With fewer than five in a phase this is to be read with reservations. A pattern, not proof of cause.',
    );
  });

  test('a course that the scores were on already may explain it', () => {
    expect(say([20, 19, 18, 17, 16, 15], [14, 13, 12, 11, 10, 9])).toMatch(
      /on a course of their own before the change.* A pattern, not proof of cause\.$/,
    );
  });

  test('too few points: one score is one score', () => {
    expect(say([18, 17, 19], [12])).toBe(
      'PHQ-9: too few points to compare. 3 scores before, 1 score after; it takes 3 in each phase.',
    );
  });

  test('a goal is rated, and begins the sentence with a capital', () => {
    const comparison = comparePhases([2, 3], [], 'higher');
    expect(phaseSentence(comparison, { name: 'the goal “Sleep”', isGoal: true }, 'en-GB')).toBe(
      'The goal “Sleep”: too few points to compare. 2 ratings before, 0 ratings after; it takes 3 in each phase.',
    );
  });

  test('it never says that the change did it', () => {
    for (const words of [say([18, 17, 19], [12, 10, 9]), say([9, 9, 9], [9, 9, 9])])
      expect(words).not.toMatch(/because|caused|thanks to|due to|worked|helped/);
  });
});

test('both figures have their interval', () => {
  expect(phaseFigureLine(compared([18, 17, 19, 18], [12, 10, 9, 7]), 'en-GB')).toMatch(
    /^NAP 1\.00 \(95% interval 0\.\d\d to 1\.00\); baseline-corrected Tau \d\.\d\d \(.*\)\.$/,
  );
});

test('every figure has a row; what does not exist says so', () => {
  const rows = phaseFigures(compared([0, 0, 0], [0, 0, 0]), 'en-GB');
  expect(rows).toHaveLength(14);
  expect(rows.find(({ id }) => id === 'tau-b')?.value).toBe('does not exist for these scores');
  expect(rows.find(({ id }) => id === 'tau')).toMatchObject({ value: '0.00' });
  expect(rows.some(({ value }) => /NaN|Infinity|−0\.00/.test(value))).toBe(false);
});
