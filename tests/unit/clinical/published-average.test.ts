import { describe, expect, test } from 'vitest';
import { averageInWeek, publishedAverageOf } from '../../../src/clinical/averages/published-average.ts';

const inWeek = (instrumentId: string, week: number): number | null => {
  const average = publishedAverageOf(instrumentId, 'self');
  return average && averageInWeek(average, week);
};

describe('the average of one programme (PMC11530739)', () => {
  test('PHQ-9: 12.90 − 1.45·week + 0.07·week²', () => {
    expect(inWeek('phq-9', 0)).toBe(12.9);
    expect(inWeek('phq-9', 4)).toBeCloseTo(8.22, 10);
    expect(inWeek('phq-9', 10)).toBeCloseTo(5.4, 10);
    expect(publishedAverageOf('phq-9', 'self')?.n).toBe(22_070);
  });

  test('GAD-7: 11.50 − 1.23·week + 0.06·week²', () => {
    expect(inWeek('gad-7', 0)).toBe(11.5);
    expect(inWeek('gad-7', 10)).toBeCloseTo(5.2, 10);
    expect(publishedAverageOf('gad-7', 'self')?.n).toBe(30_006);
  });

  test('outside weeks 0 to 10 there is none: the parabola would turn up again', () => {
    for (const week of [-0.01, 10.01, 20, Infinity, NaN]) expect(inWeek('phq-9', week)).toBeNull();
  });

  test('no other measure has one', () => {
    for (const id of ['phq-8', 'pcl-5', 'who-5', 'own-1', ''])
      expect(publishedAverageOf(id, 'self')).toBeNull();
    expect(publishedAverageOf('phq-9', 'parent'), 'people answered for themselves').toBeNull();
  });
});
