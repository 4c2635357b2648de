import { form1998, who5 } from './who-5.ts';
import { answered, times, type WorkedExample } from '../../../worked-examples/worked-example.ts';

export const workedExamples: readonly WorkedExample[] = [
  {
    instrument: who5,
    id: 'worst',
    shows: '“At no time” throughout is 0, the worst well-being that can be told.',
    response: answered(...times(5, 0)),
    expected: { outcome: 'scored', total: 0, band: null, sides: { 'topp-2015': 'clinical' } },
    source: form1998,
    basis: 'by-the-rule',
  },
  {
    instrument: who5,
    id: 'best',
    shows: '“All of the time” throughout is 100: the raw sum of 25 times 4.',
    response: answered(...times(5, 5)),
    expected: { outcome: 'scored', total: 100, sides: { 'topp-2015': 'functional' } },
    source: form1998,
    basis: 'by-the-rule',
  },
  {
    instrument: who5,
    id: 'raw-12',
    shows: 'A raw sum of 12 is 48, and below 13: poor well-being.',
    response: answered(3, 3, 2, 2, 2),
    expected: { outcome: 'scored', total: 48, sides: { 'topp-2015': 'clinical' } },
    source: form1998,
    basis: 'by-the-rule',
  },
  {
    instrument: who5,
    id: 'raw-13',
    shows: 'A raw sum of 13 is 52, on the other side.',
    response: answered(3, 3, 3, 2, 2),
    expected: { outcome: 'scored', total: 52, sides: { 'topp-2015': 'functional' } },
    source: form1998,
    basis: 'by-the-rule',
  },
];
