import { howOften } from '../how-often.ts';
import type { Instrument, Item } from '../instrument.ts';
import { bischoff2020, delgadillo2014, nhsTalkingTherapies, spitzer2006 } from '../sources.ts';

const symptom = (number: number, loinc: string, text: string): Item => ({
  id: `gad-7-${number}`,
  text,
  options: howOften,
  loinc,
});

const notTheOnlyThreshold =
  '4, 5 and 6 points are all in print for the GAD-7; which one is used can change the verdict.';

/** Generalized Anxiety Disorder, 7 items: text of the form published by Pfizer, unaltered. Licence: LICENSE.md here. */
export const gad7: Instrument = {
  id: 'gad-7',
  version: 'en-1',
  coding: 'sum-0-21',
  origin: 'published',
  language: 'en',
  shortName: 'GAD-7',
  fullName: 'Generalized Anxiety Disorder-7',
  measures: 'anxiety',
  domain: 'anxiety',
  stem: 'Over the last 2 weeks, how often have you been bothered by the following problems?',
  recall: 'the last 2 weeks',
  items: [
    symptom(1, '69725-0', 'Feeling nervous, anxious or on edge'),
    symptom(2, '68509-9', 'Not being able to stop or control worrying'),
    symptom(3, '69733-4', 'Worrying too much about different things'),
    symptom(4, '69734-2', 'Trouble relaxing'),
    symptom(5, '69735-9', 'Being so restless that it is hard to sit still'),
    symptom(6, '69689-8', 'Becoming easily annoyed or irritable'),
    symptom(7, '69736-7', 'Feeling afraid as if something awful might happen'),
  ],
  total: { kind: 'sum' },
  range: { min: 0, max: 21 },
  step: 1,
  better: 'lower',
  missing: { kind: 'require-all' },
  subscales: [],
  bands: [
    { label: 'minimal', min: 0, max: 4 },
    { label: 'mild', min: 5, max: 9 },
    { label: 'moderate', min: 10, max: 14 },
    { label: 'severe', min: 15, max: 21 },
  ],
  bandsSource: spitzer2006,
  cutOffs: [
    // First the one that goes with the first rule: recovery is then of one source.
    {
      id: 'nhs',
      value: 8,
      inclusive: true,
      label: '8 or more (NHS caseness)',
      source: nhsTalkingTherapies,
      limits: [
        'A service rule used in England, lower than the threshold of the first paper; not a diagnosis.',
      ],
    },
    {
      id: 'spitzer-2006',
      value: 10,
      inclusive: true,
      label: '10 or more',
      source: spitzer2006,
      limits: [
        'Sensitivity 89% and specificity 82% for generalized anxiety disorder where it was studied; it is a screening threshold, not a diagnosis.',
      ],
    },
  ],
  changeRules: [
    {
      kind: 'published',
      id: 'nhs',
      label: '4 points',
      points: 4,
      source: nhsTalkingTherapies,
      limits: [`The most lenient of the published rules. ${notTheOnlyThreshold}`],
    },
    {
      kind: 'published',
      id: 'delgadillo-2014',
      label: '5 points',
      points: 5,
      source: delgadillo2014,
      limits: [
        `Taken as the mark of reliable improvement in records of low intensity treatment. ${notTheOnlyThreshold}`,
      ],
    },
    {
      kind: 'published',
      id: 'bischoff-2020',
      label: '6 points',
      points: 6,
      source: bischoff2020,
      limits: [`The strictest of the published rules. ${notTheOnlyThreshold}`],
    },
  ],
  norms: {},
  reliabilities: [],
  safetyItems: [],
  copyright:
    'GAD-7 © Pfizer Inc. Developed by Drs. Robert L. Spitzer, Janet B. W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
  terms: 'Free: no permission is required to reproduce, translate, display or distribute it.',
  sources: [spitzer2006],
  loinc: { panel: '69737-5', total: '70274-6' },
};
