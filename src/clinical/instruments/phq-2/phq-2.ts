import type { Instrument } from '../instrument.ts';
import { phq9 } from '../phq-9/phq-9.ts';
import { renumbered } from '../renumbered.ts';
import { arroll2010, kroenke2003 } from '../sources.ts';

/**
 * Patient Health Questionnaire, 2 items: the first two of the PHQ-9. Text and LOINC codes as in IHE's FHIR questionnaire
 * of the PHQ-2 (code 55757-9), read there. Licence: LICENSE.md here.
 */
export const phq2: Instrument = {
  id: 'phq-2',
  version: 'en-1',
  coding: 'sum-0-6',
  origin: 'published',
  language: 'en',
  shortName: 'PHQ-2',
  fullName: 'Patient Health Questionnaire-2',
  measures: 'depression (screening)',
  domain: 'depression',
  stem: 'Over the last 2 weeks, how often have you been bothered by the following problems?',
  recall: 'the last 2 weeks',
  items: renumbered('phq-2', phq9.items.slice(0, 2)),
  total: { kind: 'sum' },
  range: { min: 0, max: 6 },
  step: 1,
  better: 'lower',
  missing: { kind: 'require-all' },
  subscales: [],
  bands: [],
  cutOffs: [
    {
      id: 'kroenke-2003',
      value: 3,
      inclusive: true,
      label: '3 or more',
      source: kroenke2003,
      limits: [
        'Sensitivity 83% and specificity 92% for major depression in the first study, 61% and 92% in a later one (Arroll et al. 2010); it is a first step, not a diagnosis.',
      ],
    },
    {
      id: 'arroll-2010',
      value: 2,
      inclusive: true,
      label: '2 or more',
      source: arroll2010,
      limits: [
        'Sensitivity 86% and specificity 78% in primary care: finds more, and more of them are false alarms.',
      ],
    },
  ],
  changeRules: [],
  norms: {},
  reliabilities: [],
  safetyItems: [],
  copyright:
    'PHQ-2 © Pfizer Inc. Developed by Drs. Robert L. Spitzer, Janet B. W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
  terms: 'Free: no permission is required to reproduce, translate, display or distribute it.',
  sources: [kroenke2003],
  loinc: { panel: '55757-9', total: '55758-7' },
};
