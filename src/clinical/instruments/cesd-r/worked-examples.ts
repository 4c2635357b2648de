import { cesdr, eaton2004 } from '../sources.ts';
import { cesdR } from './cesd-r.ts';
import { answered, times, type WorkedExample } from '../../worked-examples/worked-example.ts';

export const workedExamples: readonly WorkedExample[] = [
  {
    instrument: cesdR,
    id: 'five-to-seven-days',
    shows: '“5–7 days” throughout is the highest total.',
    response: answered(...times(20, 3)),
    expected: { outcome: 'scored', total: 60, safetyItems: [14, 15] },
    source: cesdr,
    basis: 'by-the-rule',
  },
  {
    instrument: cesdR,
    id: 'nearly-every-day',
    shows: '“Nearly every day for 2 weeks” counts the same, and stays an answer of its own.',
    response: answered(...times(20, 4)),
    expected: { outcome: 'scored', total: 60, safetyItems: [14, 15] },
    source: cesdr,
    basis: 'by-the-rule',
  },
  {
    instrument: cesdR,
    id: 'sixteen',
    shows: '16 itself counts as clinical.',
    response: answered(...times(8, 2), ...times(12, 0)),
    expected: { outcome: 'scored', total: 16, sides: { 'ces-d-16': 'clinical' }, safetyItems: [] },
    source: eaton2004,
    basis: 'by-the-rule',
  },
  {
    instrument: cesdR,
    id: 'fifteen',
    shows: '15 is below the cut-off.',
    response: answered(...times(7, 2), 1, ...times(12, 0)),
    expected: { outcome: 'scored', total: 15, sides: { 'ces-d-16': 'functional' }, safetyItems: [] },
    source: eaton2004,
    basis: 'by-the-rule',
  },
  {
    instrument: cesdR,
    id: 'safety',
    shows: 'Questions 14 and 15 ask for a conversation at any answer above none, however low the total.',
    response: answered(...times(20, 0).with(13, 1).with(14, 4)),
    expected: { outcome: 'scored', total: 4, safetyItems: [14, 15] },
    source: cesdr,
    basis: 'by-the-rule',
  },
];
