import { kroenke2001, medicalInformaticsInitiative } from '../sources.ts';
import { phq9 } from './phq-9.ts';
import { answered, times, type WorkedExample } from '../../worked-examples/worked-example.ts';

export const workedExamples: readonly WorkedExample[] = [
  {
    instrument: phq9,
    id: 'nearly-every-day',
    shows: '“Nearly every day” throughout is the highest total, and item 9 asks for a conversation.',
    response: answered(...times(9, 3), null),
    expected: {
      outcome: 'scored',
      total: 27,
      band: 'severe',
      sides: { 'kroenke-2001': 'clinical' },
      safetyItems: [9],
    },
    source: medicalInformaticsInitiative,
    basis: 'printed',
  },
  {
    instrument: phq9,
    id: 'difficulty-not-counted',
    shows: 'Nine times “several days” is 9, below the cut-off; how difficult it made things is not counted.',
    response: answered(...times(9, 1), 3),
    expected: {
      outcome: 'scored',
      total: 9,
      band: 'mild',
      sides: { 'kroenke-2001': 'functional' },
      safetyItems: [9],
    },
    source: kroenke2001,
    basis: 'by-the-rule',
  },
  {
    instrument: phq9,
    id: 'ten-is-clinical',
    shows: '10 itself counts as clinical, and begins the moderate band.',
    response: answered(2, 2, 2, 1, 1, 1, 1, 0, 0, null),
    expected: {
      outcome: 'scored',
      total: 10,
      band: 'moderate',
      sides: { 'kroenke-2001': 'clinical' },
      safetyItems: [],
    },
    source: kroenke2001,
    basis: 'by-the-rule',
  },
  {
    instrument: phq9,
    id: 'gap',
    shows: 'With one answer missing there is no total: a gap is not a zero.',
    response: answered(1, 2, 3, 0, 1, null, 2, 3, 0, null),
    expected: { outcome: 'incomplete', safetyItems: [] },
    source: kroenke2001,
    basis: 'by-the-rule',
  },
];
