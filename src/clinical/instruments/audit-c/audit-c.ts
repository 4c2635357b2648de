import type { AnswerOption, Instrument } from '../instrument.ts';
import { bradley2003, bush1998 } from '../sources.ts';

const options = (...given: readonly [loinc: string, label: string][]): AnswerOption[] =>
  given.map(([loinc, label], value) => ({ value, label, loinc }));

const notADiagnosis =
  'A positive screen for hazardous drinking or an alcohol use disorder among veterans in primary care, not a diagnosis. Where all points come from the first question, drinking may well be below recommended limits.';

/**
 * Alcohol Use Disorders Identification Test, the three questions on consumption. Text, answers and codes of the LOINC panel
 * 72109-2, read in HL7's FHIR questionnaires (US Core) and in LOINC's English designations; other versions ask for "drinks …
 * when you are drinking". Both cut-offs stand there too. Licence: LICENSE.md here.
 */
export const auditC: Instrument = {
  id: 'audit-c',
  version: 'en-1',
  coding: 'sum-0-12',
  origin: 'published',
  language: 'en',
  shortName: 'AUDIT-C',
  fullName: 'Alcohol Use Disorders Identification Test – Consumption',
  measures: 'alcohol use',
  domain: 'alcohol-and-drugs',
  items: [
    {
      id: 'audit-c-1',
      text: 'How often do you have a drink containing alcohol?',
      options: options(
        ['LA6270-8', 'Never'],
        ['LA18926-8', 'Monthly or less'],
        ['LA18927-6', '2-4 times a month'],
        ['LA18928-4', '2-3 times a week'],
        ['LA18929-2', '4 or more times a week'],
      ),
      loinc: '68518-0',
    },
    {
      id: 'audit-c-2',
      text: 'How many standard drinks containing alcohol do you have on a typical day?',
      options: options(
        ['LA15694-5', '1 or 2'],
        ['LA15695-2', '3 or 4'],
        ['LA18930-0', '5 or 6'],
        ['LA18931-8', '7 to 9'],
        ['LA18932-6', '10 or more'],
      ),
      loinc: '68519-8',
    },
    {
      id: 'audit-c-3',
      text: 'How often do you have six or more drinks on one occasion?',
      options: options(
        ['LA6270-8', 'Never'],
        ['LA18933-4', 'Less than monthly'],
        ['LA18876-5', 'Monthly'],
        ['LA18891-4', 'Weekly'],
        ['LA18934-2', 'Daily or almost daily'],
      ),
      loinc: '68520-6',
    },
  ],
  total: { kind: 'sum' },
  range: { min: 0, max: 12 },
  step: 1,
  better: 'lower',
  missing: { kind: 'require-all' },
  subscales: [],
  bands: [],
  cutOffs: [
    {
      id: 'men',
      value: 4,
      inclusive: true,
      label: '4 or more (men)',
      for: { sex: 'male' },
      source: bush1998,
      limits: [notADiagnosis],
    },
    {
      id: 'women',
      value: 3,
      inclusive: true,
      label: '3 or more (women)',
      for: { sex: 'female' },
      source: bradley2003,
      limits: [notADiagnosis],
    },
  ],
  changeRules: [],
  norms: {},
  reliabilities: [],
  safetyItems: [],
  copyright:
    'AUDIT-C: three questions of the AUDIT, developed by the World Health Organization. In the public domain.',
  terms: 'In the public domain.',
  sources: [bush1998, bradley2003],
  loinc: { panel: '72109-2', total: '75626-2' },
};
