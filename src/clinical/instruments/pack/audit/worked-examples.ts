import { audit, babor2001 } from './audit.ts';
import { answered, times, type WorkedExample } from '../../../worked-examples/worked-example.ts';

export const workedExamples: readonly WorkedExample[] = [
  {
    instrument: audit,
    id: 'nine-and-ten',
    shows: 'Questions 9 and 10 take 0, 2 and 4: 2 and 4 are 6.',
    response: answered(...times(8, 0), 2, 4),
    expected: {
      outcome: 'scored',
      total: 6,
      band: 'zone I, low risk',
      sides: { 'babor-2001': 'functional' },
    },
    source: babor2001,
    basis: 'by-the-rule',
  },
  {
    instrument: audit,
    id: 'no-such-answer',
    shows: 'A 1 at question 9 is none of its answers, and is refused.',
    response: answered(...times(8, 0), 1, 0),
    expected: { outcome: 'invalid' },
    source: babor2001,
    basis: 'by-the-rule',
  },
  {
    instrument: audit,
    id: 'eight',
    shows: '8 itself is at the cut-off.',
    response: answered(...times(8, 1), 0, 0),
    expected: {
      outcome: 'scored',
      total: 8,
      band: 'zone II, hazardous',
      sides: { 'babor-2001': 'clinical' },
    },
    source: babor2001,
    basis: 'by-the-rule',
  },
];
