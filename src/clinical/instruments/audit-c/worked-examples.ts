import type { Source } from '../instrument.ts';
import { auditC } from './audit-c.ts';
import { answered, type WorkedExample } from '../../worked-examples/worked-example.ts';

/** Answers given by their LOINC codes; "low" for a man and "medium" for a woman. */
const cobaltTest: Source = {
  label: 'Cobalt platform, QuestionnaireTypeTest',
  url: 'https://github.com/cobaltplatform',
};

const usCore: Source = {
  label: 'HL7 US Core, AUDIT-C example',
  url: 'https://hl7.org/fhir/us/core/STU7/Observation-AUDIT-C-item-example-75626-2.html',
};

export const workedExamples: readonly WorkedExample[] = [
  {
    instrument: auditC,
    id: 'between-the-cut-offs',
    shows: '“Monthly or less”, “5 or 6”, “never” is 3: below the cut-off for men, at the one for women.',
    response: answered(1, 2, 0),
    expected: { outcome: 'scored', total: 3, sides: { men: 'functional', women: 'clinical' } },
    source: cobaltTest,
    basis: 'printed',
  },
  {
    instrument: auditC,
    id: 'none',
    shows: '“1 or 2” on a typical day adds nothing.',
    response: answered(0, 0, 0),
    expected: { outcome: 'scored', total: 0, sides: { men: 'functional', women: 'functional' } },
    source: usCore,
    basis: 'printed',
  },
];
