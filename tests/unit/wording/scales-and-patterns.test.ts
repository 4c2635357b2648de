import { describe, expect, test } from 'vitest';
import { cesdR } from '../../../src/clinical/instruments/cesd-r/cesd-r.ts';
import { dass21 } from '../../../src/clinical/instruments/pack/dass-21/dass-21.ts';
import { pcl5 } from '../../../src/clinical/instruments/pcl-5/pcl-5.ts';
import { phq4 } from '../../../src/clinical/instruments/phq-4/phq-4.ts';
import { phq9 } from '../../../src/clinical/instruments/phq-9/phq-9.ts';
import { scoreResponse, scoreTotal } from '../../../src/clinical/scoring/score-response.ts';
import { criterionWords } from '../../../src/app/wording/criterion-words.ts';
import { isReadByScales, scaleRows, scalesLine } from '../../../src/app/wording/scale-words.ts';
import { resultWords } from '../../../src/app/screens/client/add-score/result-words.ts';
import { locale } from './cases.ts';

const times = (count: number, answer: number): number[] => Array<number>(count).fill(answer);
const dassAnswers = [2, 1, 2, 1, 2, 1, 0, 2, 1, 2, 2, 1, 2, 2, 1, 1, 2, 1, 0, 1, 1];

describe('scales', () => {
  test('a measure is read by its scales when they have bands or cut-offs of their own', () => {
    expect([dass21, phq4].map(isReadByScales)).toEqual([true, true]);
    expect([pcl5, cesdR, phq9].map(isReadByScales)).toEqual([false, false, false]);
  });

  test('each total with its band', () => {
    expect(scalesLine(dass21, scoreResponse(dass21, dassAnswers), locale)).toBe(
      'Depression 24, severe; Anxiety 10, moderate; Stress 22, moderate',
    );
  });

  test('or with where it lies against the scale’s own cut-off', () => {
    expect(scalesLine(phq4, scoreResponse(phq4, [2, 1, 0, 1]), locale)).toBe(
      'Anxiety (GAD-2) 3, at the cut-off of 3, which counts as clinical; Depression (PHQ-2) 1, below the cut-off of 3',
    );
  });

  test('a total alone, or a gap, has none; groups that nothing is read by stand in no line', () => {
    expect(scalesLine(dass21, scoreTotal(dass21, 56), locale)).toBeNull();
    expect(scalesLine(dass21, scoreResponse(dass21, [null, ...times(20, 1)]), locale)).toBeNull();
    expect(scalesLine(pcl5, scoreResponse(pcl5, times(20, 1)), locale)).toBeNull();
  });

  test('beside the baseline; what is not known is null, never 0', () => {
    const latest = scoreResponse(dass21, times(21, 1));
    expect(scaleRows(dass21, scoreResponse(dass21, dassAnswers), latest, locale)[0]).toEqual({
      id: 'depression',
      label: 'Depression',
      start: '24',
      latest: '14',
      reading: 'moderate',
    });
    expect(scaleRows(dass21, scoreTotal(dass21, 56), latest, locale)[0]).toMatchObject({ start: null });
    expect(scaleRows(dass21, null, scoreTotal(dass21, 56), locale)[0]).toMatchObject({
      latest: null,
      reading: null,
    });
  });

  test('what was just added is told with its scales', () => {
    expect(resultWords(scoreResponse(dass21, times(21, 3)), dass21, locale)).toBe(
      '126 (Depression 42, extremely severe; Anxiety 42, extremely severe; Stress 42, extremely severe)',
    );
    expect(resultWords(scoreResponse(phq9, [...times(9, 1), null]), phq9, locale)).toBe('9, mild');
  });
});

describe('the PCL-5’s provisional pattern', () => {
  const fewest = times(20, 0).with(0, 2).with(5, 2).with(7, 2).with(8, 2).with(14, 2).with(15, 2);
  const wordsFor = (answers: readonly (number | null)[] | null) => criterionWords(pcl5, answers, locale)[0];

  test('met: said with what was counted, its source, and that it is not a diagnosis', () => {
    const words = wordsFor(fewest);
    expect(words?.sentence).toBe(
      'Provisional PTSD by symptom clusters: these answers meet the provisional pattern. It is not a diagnosis.',
    );
    expect(words?.parts).toEqual([
      'Cluster B: intrusion: 1 rated high enough, 1 needed',
      'Cluster C: avoidance: 1 rated high enough, 1 needed',
      'Cluster D: negative thoughts and mood: 2 rated high enough, 2 needed',
      'Cluster E: arousal and reactivity: 2 rated high enough, 2 needed',
    ]);
    expect(words?.limits.join(' ')).toMatch(/provisional.*interview/);
    expect(words?.source.label).toMatch(/National Center for PTSD/);
  });

  test('not met: rules nothing out', () => {
    expect(wordsFor(fewest.with(5, 1))?.sentence).toMatch(/do not meet.*That rules nothing out\.$/);
  });

  test('with answers missing that could decide it, and from a total, nothing is claimed', () => {
    expect(wordsFor([...fewest.slice(0, 5), null, null, ...fewest.slice(7)])?.sentence).toMatch(
      /cannot be said, because some are missing/,
    );
    expect(wordsFor(null)?.sentence).toMatch(/a total does not show/);
    expect(wordsFor(null)?.parts).toEqual([]);
  });

  test('no other measure has one', () => {
    expect(criterionWords(phq9, times(10, 1), locale)).toEqual([]);
  });
});
