import { howOften } from '../how-often.ts';
import type { Instrument, Item } from '../instrument.ts';
import { delgadillo2014, kroenke2001 } from '../sources.ts';

const symptom = (number: number, loinc: string, text: string): Item => ({
  id: `phq-9-${number}`,
  text,
  options: howOften,
  loinc,
});

/** Patient Health Questionnaire, 9 items: text of the form published by Pfizer, unaltered. Licence: LICENSE.md here. */
export const phq9: Instrument = {
  id: 'phq-9',
  version: 'en-1',
  coding: 'sum-0-27',
  origin: 'published',
  language: 'en',
  shortName: 'PHQ-9',
  fullName: 'Patient Health Questionnaire-9',
  measures: 'depression',
  domain: 'depression',
  stem: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
  recall: 'the last 2 weeks',
  items: [
    symptom(1, '44250-9', 'Little interest or pleasure in doing things'),
    symptom(2, '44255-8', 'Feeling down, depressed, or hopeless'),
    symptom(3, '44259-0', 'Trouble falling or staying asleep, or sleeping too much'),
    symptom(4, '44254-1', 'Feeling tired or having little energy'),
    symptom(5, '44251-7', 'Poor appetite or overeating'),
    symptom(
      6,
      '44258-2',
      'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
    ),
    symptom(
      7,
      '44252-5',
      'Trouble concentrating on things, such as reading the newspaper or watching television',
    ),
    symptom(
      8,
      '44253-3',
      'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
    ),
    symptom(9, '44260-8', 'Thoughts that you would be better off dead or of hurting yourself in some way'),
    {
      id: 'phq-9-difficulty',
      text: 'If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?',
      options: [
        { value: 0, label: 'Not difficult at all', loinc: 'LA6572-7' },
        { value: 1, label: 'Somewhat difficult', loinc: 'LA6573-5' },
        { value: 2, label: 'Very difficult', loinc: 'LA6575-0' },
        { value: 3, label: 'Extremely difficult', loinc: 'LA6574-3' },
      ],
      unscored: true,
      loinc: '69722-7',
    },
  ],
  total: { kind: 'sum' },
  range: { min: 0, max: 27 },
  step: 1,
  better: 'lower',
  missing: { kind: 'require-all' },
  subscales: [],
  bands: [
    { label: 'minimal', min: 0, max: 4 },
    { label: 'mild', min: 5, max: 9 },
    { label: 'moderate', min: 10, max: 14 },
    { label: 'moderately severe', min: 15, max: 19 },
    { label: 'severe', min: 20, max: 27 },
  ],
  bandsSource: kroenke2001,
  cutOffs: [
    {
      id: 'kroenke-2001',
      value: 10,
      inclusive: true,
      label: '10 or more',
      source: kroenke2001,
      limits: [
        'Sensitivity and specificity for major depression were 88% each where it was studied; it is a screening threshold, not a diagnosis.',
      ],
    },
  ],
  changeRules: [
    {
      kind: 'published',
      id: 'delgadillo-2014',
      label: '6 points',
      points: 6,
      source: delgadillo2014,
      limits: [
        'Taken as the mark of reliable improvement in records of low intensity treatment; it says that a change is larger than the measure’s own error, not what caused it.',
      ],
    },
  ],
  norms: {},
  reliabilities: [{ coefficient: 0.89, kind: 'alpha', source: kroenke2001 }],
  safetyItems: [{ itemId: 'phq-9-9', above: 0 }],
  copyright:
    'PHQ-9 © Pfizer Inc. Developed by Drs. Robert L. Spitzer, Janet B. W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
  terms: 'Free: no permission is required to reproduce, translate, display or distribute it.',
  sources: [kroenke2001],
  loinc: { panel: '44249-1', total: '44261-6' },
};
