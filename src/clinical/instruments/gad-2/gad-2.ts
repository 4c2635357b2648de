import { gad7 } from '../gad-7/gad-7.ts';
import type { Instrument } from '../instrument.ts';
import { renumbered } from '../renumbered.ts';
import { kroenke2007 } from '../sources.ts';

/**
 * Generalized Anxiety Disorder, 2 items: the first two of the GAD-7, text as there. LOINC has no panel of its own for it.
 * Licence: LICENSE.md here.
 */
export const gad2: Instrument = {
  id: 'gad-2',
  version: 'en-1',
  coding: 'sum-0-6',
  origin: 'published',
  language: 'en',
  shortName: 'GAD-2',
  fullName: 'Generalized Anxiety Disorder-2',
  measures: 'anxiety (screening)',
  domain: 'anxiety',
  stem: 'Over the last 2 weeks, how often have you been bothered by the following problems?',
  recall: 'the last 2 weeks',
  items: renumbered('gad-2', gad7.items.slice(0, 2)),
  total: { kind: 'sum' },
  range: { min: 0, max: 6 },
  step: 1,
  better: 'lower',
  missing: { kind: 'require-all' },
  subscales: [],
  bands: [],
  cutOffs: [
    {
      id: 'kroenke-2007',
      value: 3,
      inclusive: true,
      label: '3 or more',
      source: kroenke2007,
      limits: [
        'Sensitivity 86% and specificity 83% for generalized anxiety disorder where it was studied; it is a first step, not a diagnosis.',
      ],
    },
  ],
  changeRules: [],
  norms: {},
  reliabilities: [],
  safetyItems: [],
  copyright:
    'GAD-2 © Pfizer Inc. Developed by Drs. Robert L. Spitzer, Janet B. W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
  terms: 'Free: no permission is required to reproduce, translate, display or distribute it.',
  sources: [kroenke2007],
};
