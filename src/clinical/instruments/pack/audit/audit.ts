import type { AnswerOption, Instrument, Item, Source } from '../../instrument.ts';

export const babor2001: Source = {
  label: 'Babor et al. 2001, AUDIT: guidelines for use in primary care, second edition (WHO)',
  url: 'https://www.who.int/publications/i/item/WHO-MSD-MSB-01.6a',
};

const inOrder = (labels: readonly string[]): readonly AnswerOption[] =>
  labels.map((label, index) => ({ value: index, label }));

const howOften = inOrder([
  'Never',
  'Monthly or less',
  '2-4 times a month',
  '2-3 times a week',
  '4 or more times a week',
]);
const howMany = inOrder(['1 or 2', '3 or 4', '5 or 6', '7 to 9', '10 or more']);
const inTheLastYear = inOrder(['Never', 'Less than monthly', 'Monthly', 'Weekly', 'Daily or almost daily']);
/** Items 9 and 10 take 0, 2 and 4 only. */
const everAndWhen: readonly AnswerOption[] = [
  { value: 0, label: 'No' },
  { value: 2, label: 'Yes, but not in the last year' },
  { value: 4, label: 'Yes, during the last year' },
];

const question = (number: number, loinc: string, text: string, options: readonly AnswerOption[]): Item => ({
  id: `audit-${number}`,
  text,
  options,
  loinc,
});

/**
 * AUDIT, the self-report version of the WHO manual, unaltered; several public copies agree on it word for word. The
 * interview version and LOINC's display names word items 5, 8, 9 and 10 a little differently. Licence: LICENSE.md here.
 */
export const audit: Instrument = {
  id: 'audit',
  version: 'en-self-report-1',
  coding: 'sum-0-40',
  origin: 'published',
  language: 'en',
  shortName: 'AUDIT',
  fullName: 'Alcohol Use Disorders Identification Test',
  measures: 'alcohol use',
  domain: 'alcohol-and-drugs',
  stem: 'Because alcohol use can affect your health and can interfere with certain medications and treatments, it is important that we ask some questions about your use of alcohol. Your answers will remain confidential so please be honest. Place an X in one box that best describes your answer to each question.',
  recall: 'the last year',
  items: [
    question(1, '68518-0', 'How often do you have a drink containing alcohol?', howOften),
    question(
      2,
      '68519-8',
      'How many drinks containing alcohol do you have on a typical day when you are drinking?',
      howMany,
    ),
    question(3, '68520-6', 'How often do you have six or more drinks on one occasion?', inTheLastYear),
    question(
      4,
      '97734-8',
      'How often during the last year have you found that you were not able to stop drinking once you had started?',
      inTheLastYear,
    ),
    question(
      5,
      '97735-5',
      'How often during the last year have you failed to do what was normally expected of you because of drinking?',
      inTheLastYear,
    ),
    question(
      6,
      '97736-3',
      'How often during the last year have you needed a first drink in the morning to get yourself going after a heavy drinking session?',
      inTheLastYear,
    ),
    question(
      7,
      '97737-1',
      'How often during the last year have you had a feeling of guilt or remorse after drinking?',
      inTheLastYear,
    ),
    question(
      8,
      '97738-9',
      'How often during the last year have you been unable to remember what happened the night before because of your drinking?',
      inTheLastYear,
    ),
    question(9, '97739-7', 'Have you or someone else been injured because of your drinking?', everAndWhen),
    question(
      10,
      '97740-5',
      'Has a relative, friend, doctor, or other health care worker been concerned about your drinking or suggested you cut down?',
      everAndWhen,
    ),
  ],
  total: { kind: 'sum' },
  range: { min: 0, max: 40 },
  step: 1,
  better: 'lower',
  missing: { kind: 'require-all' },
  subscales: [],
  bands: [
    { label: 'zone I, low risk', min: 0, max: 7 },
    { label: 'zone II, hazardous', min: 8, max: 15 },
    { label: 'zone III, harmful', min: 16, max: 19 },
    { label: 'zone IV, further evaluation', min: 20, max: 40 },
  ],
  bandsSource: babor2001,
  cutOffs: [
    {
      id: 'babor-2001',
      value: 8,
      inclusive: true,
      label: '8 or more',
      source: babor2001,
      limits: [
        'Recommended as a sign of hazardous or harmful use; the manual calls its guidance tentative and subject to clinical judgement.',
      ],
    },
  ],
  changeRules: [],
  norms: {},
  reliabilities: [],
  safetyItems: [],
  copyright:
    'AUDIT © World Health Organization 2001. May be freely reviewed, abstracted, reproduced and translated, in part or in whole, but not for sale or for use in conjunction with commercial purposes.',
  terms: 'May be reproduced and translated, but not for sale or for commercial purposes.',
  sources: [babor2001],
  loinc: { panel: '72110-0', total: '75624-7' },
};
