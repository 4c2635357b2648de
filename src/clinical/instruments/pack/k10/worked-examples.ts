import { abs2012, k10From0To4, k10From1To5 } from './k10.ts';
import { answered, times, type WorkedExample } from '../../../worked-examples/worked-example.ts';

export const workedExamples: readonly WorkedExample[] = [
  {
    instrument: k10From1To5,
    id: 'none-of-the-time',
    shows: '“None of the time” throughout is 10 in this coding.',
    response: answered(...times(10, 1)),
    expected: { outcome: 'scored', total: 10, band: 'likely to be well' },
    source: abs2012,
    basis: 'by-the-rule',
  },
  {
    instrument: k10From1To5,
    id: 'some-of-the-time',
    shows: '“Some of the time” throughout is 30, where the highest band begins.',
    response: answered(...times(10, 3)),
    expected: { outcome: 'scored', total: 30, band: 'likely severe disorder' },
    source: abs2012,
    basis: 'by-the-rule',
  },
  {
    instrument: k10From1To5,
    id: 'zero',
    shows: 'An answer of 0 belongs to the other coding, and is refused.',
    response: answered(...times(10, 0)),
    expected: { outcome: 'invalid' },
    source: abs2012,
    basis: 'by-the-rule',
  },
  {
    instrument: k10From0To4,
    id: 'none-of-the-time',
    shows: '“None of the time” throughout is 0 in this coding.',
    response: answered(...times(10, 0)),
    expected: { outcome: 'scored', total: 0, band: null },
    source: abs2012,
    basis: 'by-the-rule',
  },
  {
    instrument: k10From0To4,
    id: 'some-of-the-time',
    shows:
      '“Some of the time” throughout is 20 in this coding, which has no bands: those in print are for totals from 10 to 50.',
    response: answered(...times(10, 2)),
    expected: { outcome: 'scored', total: 20, band: null },
    source: abs2012,
    basis: 'by-the-rule',
  },
];
