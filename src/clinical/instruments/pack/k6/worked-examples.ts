import { k6From0To4, kessler2003, prochaska2012 } from './k6.ts';
import { answered, times, type WorkedExample } from '../../../worked-examples/worked-example.ts';

export const workedExamples: readonly WorkedExample[] = [
  {
    instrument: k6From0To4,
    id: 'all-of-the-time',
    shows: '“All of the time” throughout is 24, the highest total.',
    response: answered(...times(6, 4)),
    expected: { outcome: 'scored', total: 24, band: null },
    source: kessler2003,
    basis: 'by-the-rule',
  },
  {
    instrument: k6From0To4,
    id: 'twelve',
    shows: '12 is below the threshold.',
    response: answered(...times(6, 2)),
    expected: { outcome: 'scored', total: 12, sides: { 'prochaska-2012': 'functional' } },
    source: prochaska2012,
    basis: 'by-the-rule',
  },
  {
    instrument: k6From0To4,
    id: 'thirteen',
    shows: '13 itself is at it.',
    response: answered(3, ...times(5, 2)),
    expected: { outcome: 'scored', total: 13, sides: { 'prochaska-2012': 'clinical' } },
    source: prochaska2012,
    basis: 'by-the-rule',
  },
];
