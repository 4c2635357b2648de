import { nindsPhq4 } from '../sources.ts';
import { phq4 } from './phq-4.ts';
import { answered, type WorkedExample } from '../../worked-examples/worked-example.ts';

export const workedExamples: readonly WorkedExample[] = [
  {
    instrument: phq4,
    id: 'anxiety-positive',
    shows: 'A mild total whose anxiety half is a positive screen, and whose depression half is not.',
    response: answered(2, 1, 0, 1),
    expected: {
      outcome: 'scored',
      total: 4,
      band: 'mild',
      subscales: {
        anxiety: { total: 3, side: 'clinical' },
        depression: { total: 1, side: 'functional' },
      },
    },
    source: nindsPhq4,
    basis: 'by-the-rule',
  },
  {
    instrument: phq4,
    id: 'severe',
    shows: '9 begins the severe band.',
    response: answered(3, 2, 2, 2),
    expected: {
      outcome: 'scored',
      total: 9,
      band: 'severe',
      subscales: {
        anxiety: { total: 5, side: 'clinical' },
        depression: { total: 4, side: 'clinical' },
      },
    },
    source: nindsPhq4,
    basis: 'by-the-rule',
  },
];
