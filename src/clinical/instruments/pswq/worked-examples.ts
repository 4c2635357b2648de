import { meyer1990 } from '../sources.ts';
import { pswq } from './pswq.ts';
import { type WorkedExample } from '../../worked-examples/worked-example.ts';

export const workedExamples: readonly WorkedExample[] = [
  {
    instrument: pswq,
    id: 'lowest',
    shows: '16 statements rated 1 give 16, the lowest total.',
    response: { kind: 'total', total: 16 },
    expected: { outcome: 'scored', total: 16 },
    source: meyer1990,
    basis: 'by-the-rule',
  },
  {
    instrument: pswq,
    id: 'highest',
    shows: 'Rated 5 throughout they give 80, the highest.',
    response: { kind: 'total', total: 80 },
    expected: { outcome: 'scored', total: 80 },
    source: meyer1990,
    basis: 'by-the-rule',
  },
  {
    instrument: pswq,
    id: 'too-high',
    shows: '81 cannot be a total, and is refused.',
    response: { kind: 'total', total: 81 },
    expected: { outcome: 'invalid' },
    source: meyer1990,
    basis: 'by-the-rule',
  },
];
