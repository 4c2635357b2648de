import { notApplicable } from '../../scoring/offered-answers.ts';
import { kroenke2002, medicalInformaticsInitiative } from '../sources.ts';
import { phq15 } from './phq-15.ts';
import { answered, times, type WorkedExample } from '../../worked-examples/worked-example.ts';

export const workedExamples: readonly WorkedExample[] = [
  {
    instrument: phq15,
    id: 'a-little',
    // The source's own comment calls 15 "medium"; by Kroenke et al. 2002 high begins at 15.
    shows: '“Bothered a little” throughout is 15, where the high band begins.',
    response: answered(...times(15, 1)),
    expected: { outcome: 'scored', total: 15, band: 'high' },
    source: medicalInformaticsInitiative,
    basis: 'printed',
  },
  {
    instrument: phq15,
    id: 'without-periods',
    shows: 'For somebody without periods the most is 28, and it counts as a whole response.',
    response: answered(...times(15, 2).with(3, notApplicable)),
    expected: { outcome: 'scored', total: 28, band: 'high' },
    source: kroenke2002,
    basis: 'by-the-rule',
  },
  {
    instrument: phq15,
    id: 'gap',
    shows: 'The same item left open is a gap, and gives no total.',
    response: answered(...times(3, 2), null, ...times(11, 2)),
    expected: { outcome: 'incomplete' },
    source: kroenke2002,
    basis: 'by-the-rule',
  },
];
