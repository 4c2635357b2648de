import { medicalInformaticsInitiative, nhsTalkingTherapies, spitzer2006 } from '../sources.ts';
import { gad7 } from './gad-7.ts';
import { answered, type WorkedExample } from '../../worked-examples/worked-example.ts';

export const workedExamples: readonly WorkedExample[] = [
  {
    instrument: gad7,
    id: 'moderate',
    shows: 'A moderate total, printed with its sum: 2 + 3 + 2 + 1 + 2 + 1 + 2.',
    response: answered(2, 3, 2, 1, 2, 1, 2),
    expected: {
      outcome: 'scored',
      total: 13,
      band: 'moderate',
      sides: { 'spitzer-2006': 'clinical', nhs: 'clinical' },
    },
    source: medicalInformaticsInitiative,
    basis: 'printed',
  },
  {
    instrument: gad7,
    id: 'mild',
    shows: 'A mild total, below both cut-offs: 1 + 1 + 1 + 2 + 2 + 0 + 0.',
    response: answered(1, 1, 1, 2, 2, 0, 0),
    expected: {
      outcome: 'scored',
      total: 7,
      band: 'mild',
      sides: { 'spitzer-2006': 'functional', nhs: 'functional' },
    },
    source: medicalInformaticsInitiative,
    basis: 'printed',
  },
  {
    instrument: gad7,
    id: 'between-the-cut-offs',
    shows: '8 lies between the two published cut-offs: clinical under one, not under the other.',
    response: answered(2, 1, 1, 1, 1, 1, 1),
    expected: {
      outcome: 'scored',
      total: 8,
      band: 'mild',
      sides: { 'spitzer-2006': 'functional', nhs: 'clinical' },
    },
    source: nhsTalkingTherapies,
    basis: 'by-the-rule',
  },
  {
    instrument: gad7,
    id: 'severe',
    shows: '15 begins the severe band.',
    response: answered(3, 3, 3, 2, 2, 1, 1),
    expected: { outcome: 'scored', total: 15, band: 'severe' },
    source: spitzer2006,
    basis: 'by-the-rule',
  },
];
