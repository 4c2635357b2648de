import { kroenke2007 } from '../sources.ts';
import { gad2 } from './gad-2.ts';
import { answered, type WorkedExample } from '../../worked-examples/worked-example.ts';

export const workedExamples: readonly WorkedExample[] = [
  {
    instrument: gad2,
    id: 'three',
    shows: '“Several days” and “more than half the days” together are a positive screen.',
    response: answered(1, 2),
    expected: { outcome: 'scored', total: 3, sides: { 'kroenke-2007': 'clinical' } },
    source: kroenke2007,
    basis: 'by-the-rule',
  },
  {
    instrument: gad2,
    id: 'two',
    shows: '2 is not.',
    response: answered(2, 0),
    expected: { outcome: 'scored', total: 2, sides: { 'kroenke-2007': 'functional' } },
    source: kroenke2007,
    basis: 'by-the-rule',
  },
];
