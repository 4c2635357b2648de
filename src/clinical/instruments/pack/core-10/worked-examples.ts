import { barkham2013, core10, coreScoring } from './core-10.ts';
import { answered, times, type WorkedExample } from '../../../worked-examples/worked-example.ts';

export const workedExamples: readonly WorkedExample[] = [
  {
    instrument: core10,
    id: 'never',
    shows: '“Not at all” throughout is 8: items 2 and 3 ask about what helps, and count the other way round.',
    response: answered(0, 4, 4, ...times(7, 0)),
    expected: {
      outcome: 'scored',
      total: 8,
      band: 'healthy or low level',
      sides: { 'barkham-2013': 'functional' },
      safetyItems: [],
    },
    source: coreScoring,
    basis: 'by-the-rule',
  },
  {
    instrument: core10,
    id: 'highest',
    shows: 'The worst answers are 40, and item 6 asks for a conversation.',
    response: answered(...times(10, 4)),
    expected: {
      outcome: 'scored',
      total: 40,
      band: 'severe',
      sides: { 'barkham-2013': 'clinical' },
      safetyItems: [6],
    },
    source: coreScoring,
    basis: 'by-the-rule',
  },
  {
    instrument: core10,
    id: 'eleven',
    shows: '11 itself is at the cut-off; item 6 asks for a conversation at any answer above “Not at all”.',
    response: answered(1, 1, 1, 1, 1, 1, 1, 1, 1, 2),
    expected: {
      outcome: 'scored',
      total: 11,
      band: 'mild',
      sides: { 'barkham-2013': 'clinical' },
      safetyItems: [6],
    },
    source: barkham2013,
    basis: 'by-the-rule',
  },
  {
    instrument: core10,
    id: 'prorated',
    shows: 'With one answer missing the total is prorated: 10 × 18 / 9.',
    response: answered(...times(9, 2), null),
    expected: { outcome: 'prorated', total: 20, band: 'moderate to severe', safetyItems: [6] },
    source: coreScoring,
    basis: 'by-the-rule',
  },
  {
    instrument: core10,
    id: 'two-gaps',
    shows: 'With two missing there is no total.',
    response: answered(null, ...times(8, 2), null),
    expected: { outcome: 'incomplete', safetyItems: [6] },
    source: coreScoring,
    basis: 'by-the-rule',
  },
];
