import { bovin2021, nationalCenterPcPtsd5 } from '../sources.ts';
import { pcPtsd5 } from './pc-ptsd-5.ts';
import { answered, type WorkedExample } from '../../worked-examples/worked-example.ts';

export const workedExamples: readonly WorkedExample[] = [
  {
    instrument: pcPtsd5,
    id: 'no-exposure',
    shows: 'Who never lived through such an event has completed it with 0.',
    response: answered(0, null, null, null, null, null),
    expected: { outcome: 'scored', total: 0 },
    source: nationalCenterPcPtsd5,
    basis: 'by-the-rule',
  },
  {
    instrument: pcPtsd5,
    id: 'three',
    shows: 'Three times “yes” is below the cut-off for men and at the one for women.',
    response: answered(1, 1, 0, 1, 0, 1),
    expected: {
      outcome: 'scored',
      total: 3,
      sides: { 'bovin-2021-men': 'functional', 'bovin-2021-women': 'clinical' },
    },
    source: bovin2021,
    basis: 'by-the-rule',
  },
  {
    instrument: pcPtsd5,
    id: 'all-yes',
    shows: 'The first question is not counted: “yes” throughout is 5.',
    response: answered(1, 1, 1, 1, 1, 1),
    expected: { outcome: 'scored', total: 5, sides: { 'bovin-2021-men': 'clinical' } },
    source: nationalCenterPcPtsd5,
    basis: 'by-the-rule',
  },
];
