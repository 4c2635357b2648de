import type { Instrument } from '../instrument.ts';
import { phq9 } from '../phq-9/phq-9.ts';
import { renumbered } from '../renumbered.ts';
import { kroenke2009phq8 } from '../sources.ts';

/**
 * Patient Health Questionnaire, 8 items: the PHQ-9 without its ninth, so that a link or a paper asks nothing that nobody
 * would see in time. Text: the first eight items of the PHQ-9 as in phq-9.ts (the makers' paper: "excludes" item nine).
 * Severity bands and a reliable change of its own were not confirmed and are left out. Licence: LICENSE.md here.
 */
export const phq8: Instrument = {
  id: 'phq-8',
  version: 'en-1',
  coding: 'sum-0-24',
  origin: 'published',
  language: 'en',
  shortName: 'PHQ-8',
  fullName: 'Patient Health Questionnaire-8',
  measures: 'depression',
  domain: 'depression',
  stem: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
  recall: 'the last 2 weeks',
  items: renumbered('phq-8', phq9.items.slice(0, 8)),
  total: { kind: 'sum' },
  range: { min: 0, max: 24 },
  step: 1,
  better: 'lower',
  missing: { kind: 'require-all' },
  subscales: [],
  bands: [],
  cutOffs: [
    {
      id: 'kroenke-2009',
      value: 10,
      inclusive: true,
      label: '10 or more',
      source: kroenke2009phq8,
      limits: [
        'Set in a telephone survey of the general population; half of those at or above it met the criteria of major depression. It is a screening threshold, not a diagnosis.',
        'It does not ask about thoughts of death or self-harm: a low total says nothing about them.',
      ],
    },
  ],
  changeRules: [],
  norms: {},
  reliabilities: [],
  safetyItems: [],
  copyright:
    'PHQ-8 © Pfizer Inc. Developed by Drs. Robert L. Spitzer, Janet B. W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
  terms: 'Free: no permission is required to reproduce, translate, display or distribute it.',
  sources: [kroenke2009phq8],
};
