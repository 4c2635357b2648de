import { kroenke2009phq8 } from '../sources.ts';
import { phq8 } from './phq-8.ts';
import { answered, times, type WorkedExample } from '../../worked-examples/worked-example.ts';

export const workedExamples: readonly WorkedExample[] = [
  {
    instrument: phq8,
    id: 'several-days',
    shows: '“Several days” throughout is 8 here and 9 on the PHQ-9, which has one question more.',
    response: answered(...times(8, 1)),
    expected: { outcome: 'scored', total: 8, sides: { 'kroenke-2009': 'functional' } },
    source: kroenke2009phq8,
    basis: 'by-the-rule',
  },
  {
    instrument: phq8,
    id: 'nine',
    shows: '9 is below the cut-off.',
    response: answered(3, 3, 3, 0, 0, 0, 0, 0),
    expected: { outcome: 'scored', total: 9, sides: { 'kroenke-2009': 'functional' } },
    source: kroenke2009phq8,
    basis: 'by-the-rule',
  },
  {
    instrument: phq8,
    id: 'ten',
    shows: '10 itself counts as clinical.',
    response: answered(3, 3, 3, 1, 0, 0, 0, 0),
    expected: { outcome: 'scored', total: 10, sides: { 'kroenke-2009': 'clinical' } },
    source: kroenke2009phq8,
    basis: 'by-the-rule',
  },
];
