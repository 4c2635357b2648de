import { arroll2010, kroenke2003 } from '../sources.ts';
import { phq2 } from './phq-2.ts';
import { answered, type WorkedExample } from '../../worked-examples/worked-example.ts';

export const workedExamples: readonly WorkedExample[] = [
  {
    instrument: phq2,
    id: 'one-nearly-every-day',
    shows: 'One answer “nearly every day” is a positive screen by itself.',
    response: answered(3, 0),
    expected: { outcome: 'scored', total: 3, sides: { 'kroenke-2003': 'clinical' } },
    source: kroenke2003,
    basis: 'by-the-rule',
  },
  {
    instrument: phq2,
    id: 'two-and-one',
    shows: 'So are “more than half the days” and “several days” together.',
    response: answered(2, 1),
    expected: { outcome: 'scored', total: 3, sides: { 'kroenke-2003': 'clinical' } },
    source: kroenke2003,
    basis: 'by-the-rule',
  },
  {
    instrument: phq2,
    id: 'between-the-cut-offs',
    shows: '2 is a positive screen by the later cut-off only.',
    response: answered(1, 1),
    expected: {
      outcome: 'scored',
      total: 2,
      sides: { 'kroenke-2003': 'functional', 'arroll-2010': 'clinical' },
    },
    source: arroll2010,
    basis: 'by-the-rule',
  },
];
