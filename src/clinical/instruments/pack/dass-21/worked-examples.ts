import { medicalInformaticsInitiative } from '../../sources.ts';
import { dass21, lovibond1995 } from './dass-21.ts';
import { answered, times, type WorkedExample } from '../../../worked-examples/worked-example.ts';

export const workedExamples: readonly WorkedExample[] = [
  {
    instrument: dass21,
    id: 'three-scales',
    shows: 'Raw sums of 12, 5 and 11 are doubled to 24, 10 and 22, and each scale has its own bands.',
    response: answered(2, 1, 2, 1, 2, 1, 0, 2, 1, 2, 2, 1, 2, 2, 1, 1, 2, 1, 0, 1, 1),
    expected: {
      outcome: 'scored',
      total: 56,
      band: null,
      subscales: {
        depression: { total: 24, band: 'severe' },
        anxiety: { total: 10, band: 'moderate' },
        stress: { total: 22, band: 'moderate' },
      },
    },
    source: medicalInformaticsInitiative,
    basis: 'printed',
  },
  {
    instrument: dass21,
    id: 'highest',
    shows: 'The highest answers give 42 on each scale, extremely severe.',
    response: answered(...times(21, 3)),
    expected: {
      outcome: 'scored',
      total: 126,
      band: null,
      subscales: {
        depression: { total: 42, band: 'extremely severe' },
        anxiety: { total: 42, band: 'extremely severe' },
        stress: { total: 42, band: 'extremely severe' },
      },
    },
    source: lovibond1995,
    basis: 'by-the-rule',
  },
  {
    instrument: dass21,
    id: 'one-for-each',
    shows: '14 on each scale is another band on each: moderate, moderate and normal.',
    response: answered(...times(21, 1)),
    expected: {
      outcome: 'scored',
      total: 42,
      subscales: {
        depression: { total: 14, band: 'moderate' },
        anxiety: { total: 14, band: 'moderate' },
        stress: { total: 14, band: 'normal' },
      },
    },
    source: lovibond1995,
    basis: 'by-the-rule',
  },
];
