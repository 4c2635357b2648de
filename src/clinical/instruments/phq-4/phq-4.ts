import { gad2 } from '../gad-2/gad-2.ts';
import type { CutOff, Instrument } from '../instrument.ts';
import { phq2 } from '../phq-2/phq-2.ts';
import { renumbered } from '../renumbered.ts';
import { kroenke2009phq4, nindsPhq4 } from '../sources.ts';

const screen: CutOff = {
  id: 'kroenke-2009',
  value: 3,
  inclusive: true,
  label: '3 or more',
  source: nindsPhq4,
  limits: ['A positive screen asks for a closer look; it is not a diagnosis.'],
};

/**
 * Patient Health Questionnaire for Depression and Anxiety, 4 items: GAD-2, then PHQ-2, in the order of the form. The order
 * and the halves were confirmed in the NINDS catalogue (items 1 and 2 anxiety, 3 and 4 depression). Licence: LICENSE.md here.
 */
export const phq4: Instrument = {
  id: 'phq-4',
  version: 'en-1',
  coding: 'sum-0-12',
  origin: 'published',
  language: 'en',
  shortName: 'PHQ-4',
  fullName: 'Patient Health Questionnaire-4',
  measures: 'anxiety and depression (screening)',
  domain: 'distress',
  stem: 'Over the last 2 weeks, how often have you been bothered by the following problems?',
  recall: 'the last 2 weeks',
  items: renumbered('phq-4', [...gad2.items, ...phq2.items]),
  total: { kind: 'sum' },
  range: { min: 0, max: 12 },
  step: 1,
  better: 'lower',
  missing: { kind: 'require-all' },
  subscales: [
    {
      id: 'anxiety',
      label: 'Anxiety (GAD-2)',
      itemIds: ['phq-4-1', 'phq-4-2'],
      total: { kind: 'sum' },
      cutOffs: [screen],
    },
    {
      id: 'depression',
      label: 'Depression (PHQ-2)',
      itemIds: ['phq-4-3', 'phq-4-4'],
      total: { kind: 'sum' },
      cutOffs: [screen],
    },
  ],
  bands: [
    { label: 'none', min: 0, max: 2 },
    { label: 'mild', min: 3, max: 5 },
    { label: 'moderate', min: 6, max: 8 },
    { label: 'severe', min: 9, max: 12 },
  ],
  bandsSource: nindsPhq4,
  cutOffs: [],
  changeRules: [],
  norms: {},
  reliabilities: [],
  safetyItems: [],
  copyright:
    'PHQ-4 © Pfizer Inc. Developed by Drs. Robert L. Spitzer, Janet B. W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
  terms: 'Free: no permission is required to reproduce, translate, display or distribute it.',
  sources: [kroenke2009phq4],
};
