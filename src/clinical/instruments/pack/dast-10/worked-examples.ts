import { dast10, skinner1982, yudko2007 } from './dast-10.ts';
import { answered, times, type WorkedExample } from '../../../worked-examples/worked-example.ts';

export const workedExamples: readonly WorkedExample[] = [
  {
    instrument: dast10,
    id: 'always-no',
    shows: '“No” throughout is 1, because “no” to question 3 counts.',
    response: answered(...times(10, 0)),
    expected: { outcome: 'scored', total: 1, band: 'low level' },
    source: skinner1982,
    basis: 'by-the-rule',
  },
  {
    instrument: dast10,
    id: 'none',
    shows: '“No” to all but being able to stop is 0.',
    response: answered(...times(10, 0).with(2, 1)),
    expected: { outcome: 'scored', total: 0, band: 'no problems reported' },
    source: skinner1982,
    basis: 'by-the-rule',
  },
  {
    instrument: dast10,
    id: 'highest',
    shows: '“Yes” to all but being able to stop is 10.',
    response: answered(...times(10, 1).with(2, 0)),
    expected: { outcome: 'scored', total: 10, band: 'severe level', sides: { 'yudko-2007': 'clinical' } },
    source: skinner1982,
    basis: 'by-the-rule',
  },
  {
    instrument: dast10,
    id: 'three',
    shows: '3 itself may indicate a problem.',
    response: answered(1, 1, 1, 1, 0, 0, 0, 0, 0, 0),
    expected: { outcome: 'scored', total: 3, band: 'moderate level', sides: { 'yudko-2007': 'clinical' } },
    source: yudko2007,
    basis: 'by-the-rule',
  },
];
